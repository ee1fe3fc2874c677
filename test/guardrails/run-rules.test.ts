import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { compileRules } from '#guardrails/compile-rules.ts';
import { runRules, runRulesAsync } from '#guardrails/run-rules.ts';
import { memoryTree, type Tree } from '#guardrails/tree.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { GuardrailPage } from '#kernel/records/guardrail-page.ts';
import { cpuMs } from '../cpu-ms.ts';
import { makePage } from './make-page.ts';

const todo = makePage('no-todo', { kind: 'text', pattern: 'TODO' }, { priority: 'P3' });
const fetchDeadline = makePage(
  'fetch-deadline',
  { kind: 'ast', language: 'typescript', rule: { pattern: 'fetch($URL)' } },
  { files: ['src/**/*.{ts,tsx}', '!**/*.test.ts'] },
);
const short = makePage('short-files', { kind: 'structure', maxLines: 2 }, { priority: 'P0', files: ['src/**'] });

suite('running rules', () => {
  test('worst first, then by path and place', () => {
    const files = { 'src/b.ts': 'fetch(1); fetch(2)\n// TODO\n\n', 'src/a.ts': 'fetch(3)' };
    assert.deepEqual(places([todo, fetchDeadline, short], files), [
      'P0 short-files src/b.ts',
      'P1 fetch-deadline src/a.ts:1:1-1:9',
      'P1 fetch-deadline src/b.ts:1:1-1:9',
      'P1 fetch-deadline src/b.ts:1:11-1:19',
      'P3 no-todo src/b.ts:2:4-2:8',
    ]);
  });

  test('a finding says what the page says', () => {
    const page = { ...short, runbook: 'harness/runbooks/files.md' };
    const [finding] = run([page], { 'src/a.ts': '\n\n\n' }).findings;
    const { fingerprint, ...rest } = finding ?? assert.fail('nothing found');
    assert.match(fingerprint, /^v3:[0-9a-f]{24}$/);
    assert.deepEqual(rest, {
      guardrail: 'short-files',
      priority: 'P0',
      path: 'src/a.ts',
      message: 'short-files is broken. (3 lines, at most 2)',
      fix: 'Mend short-files.',
      runbook: 'harness/runbooks/files.md',
      source: 'check',
      baseline: false,
    });
  });

  test('globs choose files; hidden folders count, negatives take out', () => {
    const files = {
      'src/a.ts': 'fetch(1)',
      'src/a.test.ts': 'fetch(1)',
      'src/.hidden/b.tsx': 'fetch(1)',
      'lib/c.ts': 'fetch(1)',
      'a.ts': 'fetch(1)',
    };
    assert.deepEqual(places([fetchDeadline], files), ['P1 fetch-deadline src/.hidden/b.tsx:1:1-1:9', 'P1 fetch-deadline src/a.ts:1:1-1:9']);
    assert.equal(run([fetchDeadline], files).files, 2);
  });

  test('only the files in question are read', () => {
    const files: Record<string, string> = { 'src/a.ts': 'fetch(1)', 'src/b.ts': 'fetch(1)' };
    const read: string[] = [];
    const tree: Tree = {
      ...memoryTree(files),
      read: (path) => {
        read.push(path);
        return files[path];
      },
    };
    const { findings } = runRules(compiled([fetchDeadline, todo]), {
      tree,
      paths: ['src/b.ts', 'gone.ts'],
      whole: false,
    });
    assert.deepEqual(
      findings.map(({ path }) => path),
      ['src/b.ts'],
    );
    assert.deepEqual(read, ['src/b.ts', 'gone.ts']);
  });

  test('a comment with a reason allows, on the line or the one above', () => {
    const text = [
      'fetch(1); // tackroom-allow fetch-deadline: answers at once',
      '/* tackroom-allow fetch-deadline: a test double */',
      'fetch(2);',
      '// tackroom-allow fetch-deadline',
      'fetch(3);',
      '// tackroom-allow no-todo: another rule',
      'fetch(4);',
      'const s = "tackroom-allow fetch-deadline: no comment"; fetch(5);',
      '// tackroom-allow fetch-deadline: too far above',
      '',
      'fetch(6);',
      '// tackroom-allow fetch-dedline: misspelt',
      'fetch(7);',
      'fetch(8); // tackroom-allow fetch-deadline: this one alone',
      'fetch(9);',
    ].join('\n');
    const result = run([fetchDeadline, todo], { 'src/a.ts': text });
    assert.deepEqual(
      result.findings.map(({ range }) => range?.start.line),
      [5, 7, 8, 11, 13, 15],
    );
    assert.deepEqual(
      result.suppressed.map(({ line, reason }) => [line, reason]),
      [
        [1, 'answers at once'],
        [2, 'a test double'],
        [14, 'this one alone'],
      ],
    );
    assert.deepEqual(
      result.notes.map(({ line, message }) => [line, message.slice(0, 44)]),
      [
        [4, 'tackroom-allow fetch-deadline gives no reaso'],
        [12, 'tackroom-allow names "fetch-dedline", and no'],
      ],
    );
  });

  test('a finding about a whole file is allowed among its first lines', () => {
    const comment = '# tackroom-allow short-files: generated';
    assert.equal(run([short], { 'src/a.py': `\n\n\n\n${comment}` }).findings.length, 0);
    assert.equal(run([short], { 'src/a.py': `\n\n\n\n\n${comment}` }).findings.length, 1);
  });

  test('a rule that fails becomes a fault, and the others go on', () => {
    const rules = compiled([fetchDeadline, todo]);
    const [first = assert.fail('no rule')] = rules.rules;
    const bad: CompiledRule = { ...first, id: 'bad', check: { kind: 'ast', language: 'typescript', rule: { kind: 'nope' } }, literals: [] };
    const broken = { ...rules, rules: [...rules.rules, bad] };
    const files = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`src/${name}.ts`, 'fetch(1) // TODO']));
    const tree = memoryTree(files);
    const result = runRules(broken, { tree, paths: tree.paths(), whole: true });
    assert.equal(result.findings.length, 8);
    assert.deepEqual(
      result.faults.map(({ guardrail }) => guardrail),
      ['bad'],
    );
    assert.match(result.faults[0]?.message ?? '', /Kind `nope` is invalid.*; 3 times, then the rule was left out/s);
    assert.deepEqual(
      result.faults.map(({ by }) => by),
      ['tackroom'],
      'a rule that was let through is ours',
    );
  });

  test('a pattern without end holds nobody up', () => {
    const page = makePage('endless', { kind: 'text', pattern: '(a+)+$' });
    const startedAt = cpuMs();
    const result = run([page, todo], { 'src/a.ts': `${'a'.repeat(60)}! TODO` });
    assert.ok(cpuMs() - startedAt < 1_500);
    assert.deepEqual(
      result.findings.map(({ guardrail }) => guardrail),
      ['no-todo'],
    );
    assert.match(result.faults[0]?.message ?? '', /the pattern of endless on src\/a\.ts took longer/);
    assert.deepEqual(
      result.faults.map(({ by }) => by),
      ['page'],
      'a slow pattern is a mistake of its page',
    );
  });

  test('after its time it stops and says so', () => {
    const tree = memoryTree({ 'a.ts': 'TODO', 'b.ts': 'TODO' });
    const result = runRules(compiled([todo]), {
      tree,
      paths: tree.paths(),
      whole: true,
      deadlineMs: performance.now() - 1,
    });
    assert.deepEqual(result.faults, [
      { guardrail: '*', message: 'the time was over after 0 of 2 files; the rest was not checked', by: 'tackroom' },
    ]);
  });

  test('kinds that nothing here runs are listed', () => {
    const {
      compiled: rules,
      notRun,
      problems,
    } = compileRules([makePage('taste', { kind: 'judge', persona: 'critic' }), todo], { engine: '1', pagesHash: 'h' });
    assert.deepEqual(problems, []);
    assert.deepEqual(notRun, ['taste']);
    assert.deepEqual(
      rules.rules.map(({ id }) => id),
      ['no-todo'],
    );
    assert.deepEqual({ ...rules, rules: [] }, { version: 1, engine: '1', pagesHash: 'h', rules: [] });
  });

  test('compiled rules survive JSON, as the hook reads them', () => {
    const rules = compiled([todo, fetchDeadline, short]);
    assert.deepEqual(JSON.parse(JSON.stringify(rules)), rules);
  });

  test('in turns it finds the same, lets others work, and can be stopped', async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`src/${index}.ts`, 'fetch(1) // TODO']));
    const tree = memoryTree(files);
    const scope = { tree, paths: tree.paths(), whole: true };
    const rules = compiled([fetchDeadline, todo]);
    let turns = 0;
    const count = () => {
      turns += 1;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    assert.deepEqual(await runRulesAsync(rules, scope), runRules(rules, scope));
    clearImmediate(timer);
    assert.ok(turns >= 3, `${turns} turns`);
    await assert.rejects(runRulesAsync(rules, scope, AbortSignal.abort(new Error('stopped'))), /stopped/);
  });
});

function compiled(pages: GuardrailPage[]) {
  const { compiled: rules, problems } = compileRules(pages, { engine: '', pagesHash: '' });
  assert.deepEqual(problems, []);
  return rules;
}

function run(pages: GuardrailPage[], files: Record<string, string>) {
  const tree = memoryTree(files);
  return runRules(compiled(pages), { tree, paths: tree.paths(), whole: true });
}

function places(pages: GuardrailPage[], files: Record<string, string>): string[] {
  return run(pages, files).findings.map(({ guardrail, path, priority, range }) => {
    const place = range === undefined ? '' : `:${range.start.line}:${range.start.column}-${range.end.line}:${range.end.column}`;
    return `${priority} ${guardrail} ${path}${place}`;
  });
}
