import { createRequire } from 'node:module';
import type { Plugin } from 'esbuild';

const load = createRequire(import.meta.url);

/**
 * Node's modules as they are, once a bundle. By itself esbuild wraps each `require` of each file into a copy with a
 * getter a name, for differences between module systems that Node's own modules do not have: over a millisecond a hook.
 */
export const plainBuiltins: Plugin = {
  name: 'plain-builtins',
  setup(bundling) {
    bundling.onResolve({ filter: /^node:/ }, ({ kind, path }) =>
      kind === 'import-statement' ? { path, namespace: 'builtin' } : undefined,
    );
    bundling.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({ contents: moduleOf(path), resolveDir: import.meta.dirname }));
  },
};

/** Names that nobody imports are dropped as unused. */
function moduleOf(builtin: string): string {
  const own = ownParts[builtin] ?? '';
  const names = Object.keys(load(builtin)).filter((name) => /^[a-zA-Z]\w*$/.test(name) && !own.includes(` ${name} `));
  const lines = names.map((name) => `const _${name} = /* @__PURE__ */ (() => all.${name})(); export { _${name} as ${name} };`);
  const all = own === '' ? `require('${builtin}')` : `/* @__PURE__ */ (() => require('${builtin}'))()`;
  return [`const all = ${all}; export default all;`, ...lines, own].join('\n');
}

/** A bundle has one place, and a `require` from there and its path are at hand; making either costs a tenth of a millisecond, and so does loading what makes them. */
const ownParts: Readonly<Record<string, string>> = {
  'node:module': 'export const createRequire = (from) => (from === moduleUrl ? require : require("node:module").createRequire(from));',
  'node:url': 'export const fileURLToPath = (url) => (url === moduleUrl ? __filename : require("node:url").fileURLToPath(url));',
};
