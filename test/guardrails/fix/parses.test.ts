import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parses } from '#guardrails/fix/parses.ts';

test('every file of ours parses, and torn text does not', () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const files = fs.globSync('{src,scripts}/**/*.ts', { cwd: root });
  assert.ok(files.length > 200);
  const torn = files.filter((file) => !parses(file, fs.readFileSync(path.join(root, file), 'utf8')));
  assert.deepEqual(torn, []);
  assert.ok(parses('a.tsx', 'const a = <p>{``}<></>{""}</p>;\nif (a) {} else ;\nfor (;;) {}\n'));
  for (const text of ['f(1;', 'if (a) {', 'const = 1;', 'f(1', '}']) assert.equal(parses('a.ts', text), false, text);
  assert.ok(parses('a.txt', 'f(1'));
});
