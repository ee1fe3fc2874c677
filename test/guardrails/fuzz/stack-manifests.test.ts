import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { checkStack } from '../stack/check-stack.ts';
import { type Json, mutated, spelt } from './mutate-document.ts';
import { render } from './render-document.ts';

/** `TACKROOM_FUZZ=50000` for a long night. */
const numRuns = Number(process.env.TACKROOM_FUZZ ?? 60);
const check = { allowed: ['pino'], known: ['winston'] };

const pom = (artifact: string): Json => ({ dependency: [{ groupId: 'a' }, { artifactId: artifact }] });

/** Where each says that `winston` is used, once. */
const manifests: Record<string, { document: Json; as: keyof typeof render; also?: (keyof typeof render)[] }> = {
  'package.json': {
    document: {
      name: 'a',
      dependencies: { 'a-b': '^1', winston: '3' },
      devDependencies: { c: 'npm:d@1' },
      workspaces: { packages: ['x/*'] },
      bundledDependencies: ['a-b'],
    },
    as: 'json',
    also: ['jsonTwice'],
  },
  'pyproject.toml': {
    document: {
      project: { dependencies: ['winston>=1', 'b[x]'], 'optional-dependencies': { x: ['c'] } },
      'dependency-groups': { dev: ['d', { 'include-group': 'x' }] },
      tool: {
        poetry: { dependencies: { e: '^1' }, group: { g: { dependencies: { f: { version: '1' } } } } },
        uv: { 'dev-dependencies': ['h'] },
      },
    },
    as: 'toml',
  },
  'Cargo.toml': {
    document: {
      package: { name: 'a', edition: '2021' },
      dependencies: { b: '1', c: { package: 'winston', version: '1' } },
      target: { 'cfg(unix)': { dependencies: { d: { path: '../d' } } } },
      workspace: { dependencies: { e: '1' } },
    },
    as: 'toml',
  },
  'requirements.txt': { document: [['winston[x]==1 ; python_version > "3"'], ['# note'], ['-e .'], ['b>=1,<2']], as: 'lines' },
  'go.mod': {
    document: [
      ['module', 'example.com/a'],
      ['go', '1.22'],
      ['require', '('],
      ['winston', 'v1.0.0'],
      ['b', 'v1.0.0', '//', 'indirect'],
      [')'],
    ],
    as: 'lines',
  },
  'pom.xml': { document: { project: { dependencies: [pom('winston'), pom('b'), pom('c')] } }, as: 'xml' },
  'build.gradle': { document: [['dependencies', '{'], ['implementation', '"a:winston:1"'], ['//', '"a:b:1"'], ['}']], as: 'lines' },
};

suite('manifests that are valid but for a part, and those that are odd but valid', () => {
  for (const [name, { document, as, also = [] }] of Object.entries(manifests)) {
    const texts = fc.constantFrom(as, ...also).chain((how) => mutated(document).chain((one) => spelt(render[how](one))));

    test(`${name}: whatever is in it, a place in it or nothing`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          const count = text.split('\n').length;
          for (const found of checkStack(check, { [name]: text })) {
            const line = Number(/^[^:]+:(\d+):\d+ /.exec(found)?.[1]);
            assert.ok(line >= 1 && line <= count, found);
          }
        }),
        { numRuns },
      );
    });

    test(`${name}: found once, in every spelling, whatever else stands there`, () => {
      const beside = fc.record({ bom: fc.boolean(), crlf: fc.boolean(), how: fc.constantFrom(as, ...also) });
      fc.assert(
        fc.property(beside, fc.jsonValue(), ({ bom, crlf, how }, junk) => {
          const text = render[how](withBeside(document, JSON.parse(JSON.stringify(junk, (_, value) => value ?? 0))));
          const found = checkStack(check, { [name]: `${bom ? '\uFEFF' : ''}${crlf ? text.replaceAll('\n', '\r\n') : text}` });
          assert.equal(found.length, 1, text);
          assert.match(found[0] ?? '', /winston/);
        }),
        { numRuns },
      );
    });
  }
});

/** The same with something that says nothing of dependencies. */
function withBeside(document: Json, junk: Json): Json {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return document;
  return { ...document, zzz: junk };
}
