import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parseSource } from '#guardrails/ast/parse-source.ts';
import { compileRules } from '#guardrails/compile-rules.ts';
import { parseAhead } from '#guardrails/parse-ahead.ts';
import { adoptParsed, runLightRules } from '#guardrails/run-light-rules.ts';
import { memoryTree } from '#guardrails/tree.ts';
import { makePage } from './make-page.ts';

const folder = path.resolve(import.meta.dirname, '../..');
const { rules } = compileRules(
  [
    makePage('debugger', { kind: 'ast', language: 'typescript', rule: { pattern: 'debugger' } }),
    makePage('eval', { kind: 'ast', language: 'typescript', rule: { pattern: 'eval($A)' } }),
    makePage('todo', { kind: 'text', pattern: 'TODO' }),
  ],
  { engine: '', pagesHash: '' },
).compiled;

describe('a file parsed ahead', () => {
  it('is the tree that the rules find', async () => {
    const text = 'const ahead = eval(input);\n';
    const ahead = parseAhead({ path: 'src/a.ts', text }, rules, folder);
    assert.ok(ahead);
    await adoptParsed(ahead);
    const root = parseSource('TypeScript', text);
    assert.equal(root, (await ahead.parsed)?.root);
    assert.equal(root?.findAll({ rule: { pattern: 'eval($A)' } }).length, 1);
  });

  it('is read with a package of its language, whatever other languages the rules are in', async () => {
    const { compiled } = compileRules(
      [
        makePage('py-eval', { kind: 'ast', language: 'python', rule: { pattern: 'eval($A)' } }),
        makePage('py-bare', { kind: 'ast', language: 'python', rule: { kind: 'except_clause' } }),
        makePage('go-panic', { kind: 'ast', language: 'go', rule: { pattern: 'panic($A)' } }),
      ],
      { engine: '', pagesHash: '' },
    );
    const text = 'try:\n  eval(ahead)\nexcept:\n  pass\n';
    const ahead = parseAhead({ path: 'src/a.py', text }, compiled.rules, folder);
    assert.ok(ahead);
    await adoptParsed(ahead);
    assert.equal(parseSource('Python', text), (await ahead.parsed)?.root);
    const { faults, findings } = runLightRules(compiled, { tree: memoryTree({ 'src/a.py': text }), paths: ['src/a.py'], whole: false });
    assert.deepEqual([findings.map(({ guardrail }) => guardrail).sort(), faults], [['py-bare', 'py-eval'], []]);
  });

  it('serves no other text and no other language', async () => {
    const ahead = parseAhead({ path: 'src/a.ts', text: 'eval(one);\n' }, rules, folder);
    assert.ok(ahead);
    await adoptParsed(ahead);
    assert.equal(parseSource('TypeScript', 'eval(two);\n')?.text(), 'eval(two);\n');
    assert.notEqual(parseSource('JavaScript', 'eval(one);\n'), (await ahead.parsed)?.root);
  });

  it('is none where no rule that could find something needs syntax, no parser takes the file, or no engine is near', () => {
    const textOnly = rules.filter(({ check }) => check.kind === 'text');
    const text = 'eval(a); // TODO';
    assert.equal(parseAhead({ path: 'src/a.ts', text }, textOnly, folder), undefined);
    assert.equal(parseAhead({ path: 'src/a.ts', text: '// TODO' }, rules, folder), undefined);
    assert.equal(parseAhead({ path: 'notes.txt', text }, rules, folder), undefined);
    assert.equal(parseAhead({ path: 'src/a.ts', text }, rules, path.parse(folder).root), undefined);
    assert.ok(parseAhead({ path: 'src/a.ts', text }, rules, folder));
  });
});
