import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeExample } from '../make-page.ts';
import { withScript } from './script-repository.ts';

const branches = `export default {
  check(file, { report }) {
    if (file.text.includes('bad')) report({ line: 1 });
    else if (file.text.includes('odd')) {
      // nobody tries this
      report({ line: 1, detail: 'odd' });
    }
    return file.path.endsWith('.vue') ? late(file) : undefined;
  },
};
function late(file) {
  return file.lines.length;
}
`;

const bad = makeExample('bad', 'bad');
const good = makeExample('good', 'fine');

describe('examples of a script', () => {
  it('fail where they leave a branch of the module unrun, which is named and shown', async () => {
    const { results, unrun } = await withScript(branches, (own) => own.test([bad, good]));
    assert.deepEqual(
      results.map(({ ok }) => ok),
      [true, true],
    );
    assert.deepEqual(unrun, [
      { path: 'harness/checks/own.mjs', line: 6, code: "report({ line: 1, detail: 'odd' });" },
      { path: 'harness/checks/own.mjs', line: 8, code: "return file.path.endsWith('.vue') ? late(file) : undefined;" },
      { path: 'harness/checks/own.mjs', line: 11, code: 'function late(file) {' },
    ]);
  });

  it('leave nothing unrun where each branch has one', async () => {
    const { results, unrun } = await withScript(branches, (own) =>
      own.test([bad, good, makeExample('bad', 'odd', { line: 7 }), makeExample('good', 'fine', { path: 'src/a.vue' })]),
    );
    assert.deepEqual(
      results.map(({ ok, explanation }) => [ok, explanation]),
      [
        [true, 'found in line 1'],
        [true, 'nothing found'],
        [true, 'found in line 1'],
        [true, 'nothing found'],
      ],
    );
    assert.deepEqual(unrun, []);
  });

  it('count the files of the repository that the module imports, and lines of TypeScript as they are written', {
    skip: !process.features.typescript && 'this Node strips no types',
  }, async () => {
    const text = `import { isBad } from './is-bad.ts';
interface Names { readonly list: string[] }
export default { check(file: { text: string }, context: { report(at: object): void }) { if (isBad(file.text)) context.report({}); } };`;
    const { unrun } = await withScript(
      text,
      (own) => {
        own.write(
          'harness/checks/is-bad.ts',
          'type Wörter = string;\nexport function isBad(text: Wörter): boolean {\n  if (text === "never")\n    return true;\n  return text === "bad";\n}\n',
        );
        return own.test([bad, good]);
      },
      'harness/checks/own.ts',
    );
    assert.deepEqual(unrun, [{ path: 'harness/checks/is-bad.ts', line: 4, code: 'return true;' }]);
  });

  it('fail as such where the rule sees them otherwise, or cannot run', async () => {
    const other = await withScript(branches, (own) => own.test([makeExample('bad', 'fine'), makeExample('good', 'bad')]));
    assert.deepEqual(
      other.results.map(({ ok, explanation }) => [ok, explanation]),
      [
        [false, 'should be found and is not (checked as src/example.ts)'],
        [false, 'should not be found, and is in line 1: bad'],
      ],
    );
    const broken = await withScript('export default { check() { throw new Error("no"); } };', (own) => own.test([bad, good]));
    assert.match(broken.results[0]?.explanation ?? '', /own\.mjs:1: Error: no/);
    assert.deepEqual(broken.unrun, []);
  });
});
