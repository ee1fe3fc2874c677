import type { ImportsCheck } from '#kernel/records/guardrail.ts';
import type { EdgeRule } from './edge-rule.ts';
import { globTest } from './glob-test.ts';

type Layers = NonNullable<ImportsCheck['layers']>;

/** Lowest layer first: a layer may import itself and those before it. A file is in the first layer that matches, or in none and free. */
export function layerRule(layers: Layers): EdgeRule {
  const tests = layers.map((layer) => globTest(layer.files));
  const heights = new Map<string, number>();
  const heightOf = (path: string): number => {
    const known = heights.get(path);
    if (known !== undefined) return known;
    const height = tests.findIndex((test) => test(path));
    heights.set(path, height);
    return height;
  };
  const nameOf = (path: string) => `\`${path}\` (${layers[heightOf(path)]?.name})`;
  return {
    forbids: (from, target) => target.kind === 'file' && heightOf(from) !== -1 && heightOf(target.path) > heightOf(from),
    reason: (from, { site, target }) => `${nameOf(from)} may not import ${nameOf(target.kind === 'file' ? target.path : site.specifier)}`,
  };
}
