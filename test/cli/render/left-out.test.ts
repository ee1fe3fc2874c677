import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CheckFormat } from '#cli/choose-format.ts';
import { renderCheck } from '#cli/render/render-check.ts';
import { madeOutcome } from './made-outcome.ts';
import { validSarif } from './sarif-schema.ts';

const fix = 'Run: npm install --save-dev @ast-grep/lang-python@0.0.6';
const why = `left out, since the grammar of Python is not installed beside Tackroom. ${fix}`;
const page = 'harness/guardrails/deadline.md';
const note = `1 guardrail left out (deadline): it needs a grammar. ${fix}`;
const outcome = madeOutcome([], {
  notes: [note],
  leftOut: { note, languages: ['Python'], fix, guardrails: [{ id: 'deadline', title: 'Calls end', page, why }] },
});
outcome.report.summary.notRun = ['deadline', 'kind-words'];
outcome.report.notes = [{ path: page, line: 1, message: `deadline: ${why}` }];

describe('guardrails that were left out', () => {
  const render = (format: CheckFormat) =>
    [...renderCheck(outcome, { format, all: false, colors: false, read: () => undefined, seeMore: '', version: '1.2.3' })].join('');

  it('human: their language and the command; what is judged in review is another thing', () => {
    const lines = render('human').trimEnd().split('\n');
    assert.deepEqual(lines.slice(1), [
      `Left out, since the grammar of Python is not installed: deadline. ${fix}`,
      'Judged in review, not by a check: kind-words',
    ]);
  });

  it('agent: a line', () =>
    assert.equal(render('agent').split('\n')[1], `1 guardrail left out, since the grammar of Python is not installed. ${fix}`));

  it('github: a warning', () => assert.match(render('github'), /^::warning title=1 guardrail left out::1 guardrail left out \(deadline\)/));

  it('junit: a skipped case with the reason', () =>
    assert.match(
      render('junit'),
      /<testcase classname="tackroom\.deadline" name="Calls end" file="harness\/guardrails\/deadline\.md" time="0"><skipped message="left out, since .*lang-python@0\.0\.6"\/><\/testcase>/,
    ));

  it('sarif: a warning at the page, once', () => {
    const notifications = validSarif(render('sarif')).runs[0]?.invocations[0]?.toolExecutionNotifications;
    const said = notifications?.map(({ level, message }) => [level, message.text]);
    assert.deepEqual(said, [['warning', `deadline: ${why}`]]);
  });

  it('json: a note beside summary.notRun', () => {
    const { notes, summary } = JSON.parse(render('json'));
    assert.deepEqual(notes, [{ path: page, line: 1, message: `deadline: ${why}` }]);
    assert.deepEqual(summary.notRun, ['deadline', 'kind-words']);
  });
});
