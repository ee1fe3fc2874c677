import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { withScript } from '../guardrails/script/script-repository.ts';

const todo = `import { defineCheck } from 'tackroom/check';
export default defineCheck({
  check(file, { report }) {
    for (const [index, line] of file.lines.entries()) if (line.includes('TODO')) report({ line: index + 1, detail: line.trim() });
  },
});
`;

describe('a script', () => {
  it('reports lines, which are findings like any other', async () => {
    const { findings, faults, suppressed } = await withScript(todo, (own) =>
      own.check({ 'src/a.ts': 'run();\n  // TODO one\n// tackroom-allow own: known\n// TODO two\n', 'docs/a.md': 'TODO' }),
    );
    assert.deepEqual(faults, []);
    assert.equal(suppressed.length, 1);
    assert.deepEqual(
      findings.map(({ path: where, range, message }) => [where, range?.start, range?.end, message]),
      [['src/a.ts', { line: 2, column: 3 }, { line: 2, column: 14 }, 'own is broken. (// TODO one)']],
    );
  });

  it('has the syntax tree, the other files and the choice of files', async () => {
    const text = `export default {
      files: (path) => !path.endsWith('.skip.ts'),
      async check(file, context) {
        const wanted = await context.read('src/names.txt');
        if (context.paths.length !== 4 || (await context.read('../../etc/passwd')) !== undefined) throw new Error('it sees too much');
        for (const node of file.syntax()?.findAll({ rule: { pattern: 'log($A)' } }) ?? [])
          if (node.getMatch('A').text() === wanted) context.report({ node, replacement: '' });
      },
    };`;
    const files = { 'src/a.ts': 'log(x);\nlog(secret);', 'src/b.skip.ts': 'log(secret)', 'src/names.txt': 'secret', 'x.txt': '' };
    const { findings, faults } = await withScript(text, (own) => own.check(files));
    assert.deepEqual(faults, []);
    assert.deepEqual(
      findings.map(({ path: where, range }) => [where, range?.start]),
      [['src/a.ts', { line: 2, column: 1 }]],
    );
  });

  it('may be TypeScript where Node runs that', { skip: !process.features.typescript && 'this Node strips no types' }, async () => {
    const text = `import { type CheckContext, type CheckedFile, defineCheck } from 'tackroom/check';
export default defineCheck({ check(file: CheckedFile, context: CheckContext): void { context.report({}); } });`;
    const { findings } = await withScript(text, (own) => own.check({ 'src/a.ts': '' }), 'harness/checks/own.ts');
    assert.deepEqual(
      findings.map(({ path: where, range }) => [where, range]),
      [['src/a.ts', undefined]],
    );
  });
});

describe('a script that goes wrong is a fault of its guardrail', () => {
  const cases: Record<string, { text: string; fault: RegExp; timeoutMs?: number }> = {
    throws: {
      text: 'export default {\n  check() {\n    throw new TypeError("no");\n  },\n};',
      fault: /^harness\/checks\/own\.mjs:3: TypeError: no \(while checking src\/a\.ts\)$/,
    },
    'throws something odd': { text: 'export default { check() { throw null; } };', fault: /own\.mjs: threw null/ },
    'does not parse': { text: 'const a = 1;\nexport default { check() { let x = ; } };', fault: /own\.mjs:2: SyntaxError/ },
    'imports what is not there': {
      text: '\nimport { no } from "node:fs";\nexport default { check() {} };',
      fault: /own\.mjs:2: SyntaxError: .*'no'/,
    },
    'has no check': { text: 'export const check = 1;', fault: /own\.mjs: TypeError: it has no check: write `export default/ },
    loops: {
      text: 'export default { check() { for (;;); } };',
      fault: /own\.mjs took longer than 1000 ms while checking src\/a\.ts/,
      timeoutMs: 1000,
    },
    'loops while it loads': { text: 'for (;;);', fault: /took longer than 1000 ms while loading/, timeoutMs: 1000 },
    'never answers': { text: 'export default { check: () => new Promise(() => {}) };', fault: /took longer than 1000 ms/, timeoutMs: 1000 },
    exits: { text: 'export default { check() { process.exit(0); } };', fault: /ended the process while checking/ },
    'fails later': {
      text: 'export default { check: () => new Promise(() => { setTimeout(() => { throw new Error("late"); }); }) };',
      fault: /own\.mjs:1: Error: late \(while checking src\/a\.ts\)/,
    },
    'reports nonsense': {
      text: 'export default {\n  check(file, { report }) {\n    report({ line: 99 });\n  },\n};',
      fault: /own\.mjs:3: RangeError: report\(\): there is no line 99 among 1/,
    },
    'reports too late': {
      text: 'let kept;\nexport default { check(file, context) {\n  kept?.report({});\n  kept = context; } };',
      fault: /own\.mjs:3: Error: report\(\) was called after the check of src\/a\.ts was over/,
    },
  };
  for (const [name, { text, fault, timeoutMs = 5000 }] of Object.entries(cases)) {
    it(name, async () => {
      const { faults, findings } = await withScript(text, (own) => own.check({ 'src/a.ts': 'x', 'src/b.ts': 'y' }, { timeoutMs }));
      assert.deepEqual(findings, []);
      assert.equal(faults.length, 1);
      assert.equal(faults[0]?.guardrail, 'own');
      assert.match(faults[0]?.message ?? '', fault);
    });
  }

  it('lies outside the repository', async () => {
    const { faults } = await withScript(todo, async (own) => {
      const outside = fs.mkdtempSync(path.join(path.dirname(own.root), 'tackroom-outside-'));
      try {
        fs.writeFileSync(path.join(outside, 'own.mjs'), todo);
        fs.rmSync(path.join(own.root, own.module));
        fs.symlinkSync(path.join(outside, 'own.mjs'), path.join(own.root, own.module));
        return await own.check({ 'src/a.ts': 'TODO' });
      } finally {
        fs.rmSync(outside, { recursive: true });
      }
    });
    assert.match(faults[0]?.message ?? '', /its module harness\/checks\/own\.mjs is not in this repository/);
  });

  it('is stopped with the check', async () => {
    const run = withScript('export default { check() { for (;;); } };', (own) =>
      own.check({ 'src/a.ts': 'x' }, {}, AbortSignal.timeout(400)),
    );
    await assert.rejects(run, { name: 'TimeoutError' });
  });
});
