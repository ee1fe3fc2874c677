import type { Check } from '#kernel/records/guardrail.ts';
import type { KindCompiler } from '../kind/check-kind.ts';

type ScriptCheck = Extract<Check, { kind: 'script' }>;

/** Nothing can be known of a module without running it; that it is there and loads is seen when it runs. */
export const scriptCompiler: KindCompiler<ScriptCheck> = {
  problems: ({ module }) => {
    if (/\.[mc]?[jt]s$/.test(module)) return [];
    return [{ at: ['module'], message: `${module} is no module`, fix: 'Name a file that ends in .js, .mjs, .ts or .mts.' }];
  },
  literals: () => [],
  // Its examples must run every line of it instead: test-script.ts.
  mutants: () => [],
};
