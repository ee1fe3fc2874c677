import type { ImportsCheck } from '#kernel/records/guardrail.ts';
import { globTest } from './glob-test.ts';
import type { ImportEdge } from './language.ts';

type Layers = NonNullable<ImportsCheck['layers']>;

/** Lowest layer first: a layer may import itself and those before it. A file is in the first layer that matches, or in none and free. */
export function layerRule(layers: Layers): (from: string, edge: ImportEdge) => string | undefined {
  const tests = layers.map((layer) => globTest(layer.files));
  const heights = new Map<string, number>();
  const heightOf = (path: string): number => {
    const known = heights.get(path);
    if (known !== undefined) return known;
    const height = tests.findIndex((test) => test(path));
    heights.set(path, height);
    return height;
  };
  return (from, { target }) => {
    if (target.kind !== 'file') return undefined;
    const [lower, upper] = [heightOf(from), heightOf(target.path)];
    if (lower === -1 || upper <= lower) return undefined;
    return `\`${from}\` (${layers[lower]?.name}) may not import \`${target.path}\` (${layers[upper]?.name})`;
  };
}
