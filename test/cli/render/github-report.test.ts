import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { githubReport } from '#cli/render/github-report.ts';
import { madeFinding, madeOutcome } from './made-outcome.ts';
import { nastyOutcome } from './nasty-outcome.ts';

const linesOf = (outcome: Parameters<typeof githubReport>[0]) => githubReport(outcome, undefined).trimEnd().split('\n');

describe('githubReport', () => {
  it('annotates the place, with the remedy, and says the place again for who reads the log', () => {
    assert.deepEqual(linesOf(madeOutcome([madeFinding({ runbook: 'harness/runbooks/eval.md' })])), [
      '::error file=src/run.ts,line=3,endLine=3,col=9,endColumn=19,title=P1 no-eval::src/run.ts:3:9 Code made from text at run time cannot be reviewed.' +
        '%0AFix: Call the function you mean.%0ARunbook: harness/runbooks/eval.md',
      'Tackroom: 1 finding (1 P1) in 7 files, 1 guardrail applied.',
    ]);
  });

  it('escapes what has a meaning in a command', () => {
    const [line] = linesOf(madeOutcome([madeFinding({ path: 'a,b:50%.ts', message: '100 %\r\nof: it, ::error::' })]));
    assert.ok(line?.startsWith('::error file=a%2Cb%3A50%25.ts,line=3,'), line);
    assert.ok(line?.includes('::a,b:50%25.ts:3:9 100 %25%0D%0Aof: it, ::error::%0AFix'), line);
  });

  it('gives columns only to a range in one line, as GitHub takes them', () => {
    const over = (end: { line: number; column: number }) => madeFinding({ range: { start: { line: 3, column: 9 }, end } });
    const place = (end: { line: number; column: number }) =>
      /file=src\/run\.ts,(.*),title/.exec(linesOf(madeOutcome([over(end)]))[0] ?? '')?.[1];
    assert.equal(place({ line: 5, column: 2 }), 'line=3,endLine=5');
    assert.equal(place({ line: 5, column: 1 }), 'line=3,endLine=4', 'up to the end of line 4');
    assert.equal(place({ line: 4, column: 1 }), 'line=3,endLine=3');
    const { range: _, ...whole } = madeFinding();
    assert.ok(linesOf(madeOutcome([whole]))[0]?.startsWith('::error file=src/run.ts,title=P1 no-eval::src/run.ts Code'));
  });

  it('says by priority what is an error, a warning, a notice', () => {
    const findings = (['P0', 'P1', 'P2', 'P3'] as const).map((priority) => madeFinding({ priority }));
    const levels = linesOf(madeOutcome(findings)).map((line) => /^::(\w+) /.exec(line)?.[1]);
    assert.deepEqual(levels, ['error', 'error', 'warning', 'notice', undefined]);
  });

  it('leaves what GitHub would pass over to the log, and says so', () => {
    const findings = [
      ...Array.from({ length: 12 }, (_, index) => madeFinding({ path: `src/${index}.ts` })),
      madeFinding({ priority: 'P2', path: '##[error]x.ts' }),
    ];
    const lines = linesOf(madeOutcome(findings));
    assert.equal(lines.filter((line) => line.startsWith('::error ')).length, 10);
    assert.equal(lines.filter((line) => line.startsWith('::warning ')).length, 1);
    assert.deepEqual(lines.slice(11, 15), [
      '::group::2 findings without an annotation: GitHub shows 10 of a level in one step',
      'P1 src/10.ts:3:9 Code made from text at run time cannot be reviewed. [no-eval]',
      'P1 src/11.ts:3:9 Code made from text at run time cannot be reviewed. [no-eval]',
      '::endgroup::',
    ]);
  });

  it('says that a report is not complete', () => {
    const [line] = linesOf(madeOutcome([], { faults: [{ guardrail: 'no-eval', message: 'too slow', by: 'page' }] }));
    assert.equal(line, '::error title=no-eval failed::This report is not complete: too slow');
  });

  it('prints its own commands and nobody else, whatever files and pages contain', () => {
    fc.assert(
      fc.property(nastyOutcome, (outcome) => {
        const lines = linesOf(outcome);
        const commands = lines.filter((line) => /^\s*::/.test(line));
        const own =
          /^::(?:(?:error|warning|notice) (?:(?:file|line|endLine|col|endColumn|title)=[^,:\p{Cc}]*(?:,(?=\w+=)|(?=::)))+::|group::\d+ findings? |endgroup::$)/u;
        for (const line of commands) assert.match(line, own);
        for (const line of lines) {
          assert.doesNotMatch(line, /[\p{Cc}\p{Surrogate}]/u, 'it would steer the terminal, or break the line');
          if (!commands.includes(line)) assert.ok(!line.includes('##['), line);
          assert.doesNotMatch(line.replaceAll(/%(?:25|0D|0A|3A|2C)/g, ''), commands.includes(line) ? /%/ : /$^/);
        }
        const levels = Map.groupBy(outcome.report.findings, ({ priority }) => (priority === 'P0' ? 'P1' : priority));
        const shown = [...levels.values()].reduce((sum, { length }) => sum + Math.min(10, length), 0);
        assert.equal(commands.filter((line) => line.includes(' file=')).length, shown);
      }),
      { numRuns: 200 },
    );
  });
});
