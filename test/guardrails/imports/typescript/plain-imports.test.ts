import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseSync } from 'oxc-parser';
import { parsedImports } from '#guardrails/imports/typescript/extract-imports.ts';
import { plainImports } from '#guardrails/imports/typescript/plain-imports.ts';

const read = [
  "#!/usr/bin/env node\n'use strict';\n/* a */ import a, { type B, c as d, } from './a'; // b\nexport * as e from \"./e\"\nexport { f };",
  "import type from './a'; import type, { b } from './b'; import { type as as, type } from './c'; import type * as d from './d'",
  'import {\n  // a\n  b, /* c, */\n  d // }\n} from "./b"',
  "let a = b();\nimport c from './c'; export { d } from './d'; await import('./e'); require(`./f`, g)",
  "import a = require('./a'); export import b = require('./b'); import c = d.e; x.require('./c'); new require('./d'); [...require('./e')]",
  `const a = /import('b')/; // import 'c'\nconst d = \`import 'e' \${import('./f')}\`; type G = typeof import('./g'); import.meta.url`,
  "const o = { import: 1, require, export: 2, from: 'x' }; Array.from('y'); o.import('z'); this.#require('w')",
  `import a from './a' with { type: 'json' }; require('./b' + c); require('./d' as string); import(\`./\${e}\`)`,
];
const unread = [
  "import { 'a b' as c } from './a'",
  "declare module 'a' { import b from './b'; }",
  "import /* a */ b from './b'",
  "import é from './e'",
  "import './\\u0061'",
  "require<T>('./a'); import b, { c\u00a0} from './b'",
];

for (const text of read) {
  test(`reads without a parser: ${text.slice(0, 60)}`, () => assert.deepEqual(plainImports('a.ts', text), parsedImports('a.ts', text)));
}
for (const text of unread) test(`leaves to the parser: ${text}`, () => assert.equal(plainImports('a.ts', text), undefined));

test('says what the parser says of all that parses', () => {
  const piece = fc.constantFrom(
    ...[...read, ...unread].flatMap((text) => text.split(/(?<=[;\n])\s*/)),
    ...['{', '}', '(', ')', '`', '${', '/', "'", '"', '//', '/*', '*/', '<p>', '</p>', '\n', ';', 'a', '=', 'function f() ', 'if (a) '],
    ...['import', 'require', 'export', 'from', 'type', '*', ',', "'./x'", 'new ', '.', '/a/'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('a.ts', 'a.tsx', 'a.js'), (pieces, path) => {
      const text = pieces.join('');
      const plain = plainImports(path, text);
      if (plain === undefined || parseSync(path, text).errors.length > 0) return;
      assert.deepEqual(plain, parsedImports(path, text));
    }),
    { numRuns: 2000 },
  );
});
