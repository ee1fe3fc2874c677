import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sarifLimit, sarifLog } from '#cli/render/sarif/sarif-log.ts';
import { madeFinding, madeOutcome, madeRule } from './made-outcome.ts';
import { nastyOutcome } from './nasty-outcome.ts';
import { validSarif } from './sarif-schema.ts';

const few = { version: '1.2.3', all: false };
const all = { version: '1.2.3', all: true };
const only = (text: string) => {
  const [run] = validSarif(text).runs;
  assert.ok(run);
  return run;
};

describe('sarifLog', () => {
  it('describes each guardrail with its reason, remedy, runbook and page', () => {
    const rule = madeRule({ id: 'no-eval', runbook: 'harness/runbooks/eval.md' });
    const { driver } = only(sarifLog(madeOutcome([], { guardrails: [rule] }), few)).tool;
    assert.deepEqual([driver.name, driver.version], ['Tackroom', '1.2.3']);
    const [described] = driver.rules;
    assert.ok(described);
    assert.deepEqual([described.id, described.name, described.shortDescription.text], ['no-eval', 'NoEval', 'No eval']);
    assert.equal(described.fullDescription.text, 'Code made from text at run time cannot be reviewed.');
    assert.match(
      described.help.markdown,
      /reviewed\.\n\n\*\*How to fix\*\*: Call the function.*\n\n\*\*Runbook\*\*: `harness\/runbooks\/eval\.md`\n\n\*\*The rule\*\*: `harness\/guardrails\/no-eval\.md`$/,
    );
    assert.deepEqual([described.defaultConfiguration.level, described.properties.priority], ['error', 'P1']);
  });

  it('says where a finding is, how bad, and what makes it the same tomorrow', () => {
    const findings = [madeFinding(), madeFinding({ priority: 'P2', guardrail: 'elsewhere', path: 'a b/ü#?%:1.ts' })];
    const [first, second] = only(sarifLog(madeOutcome(findings), few)).results;
    assert.deepEqual(first, {
      ruleId: 'no-eval',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'Code made from text at run time cannot be reviewed.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'src/run.ts', uriBaseId: '%SRCROOT%' },
            region: { startLine: 3, startColumn: 9, endLine: 3, endColumn: 19 },
          },
        },
      ],
      partialFingerprints: { 'tackroomFingerprint/v1': '0123456789abcdef01234567' },
      properties: { priority: 'P1' },
    });
    assert.deepEqual([second?.level, second?.ruleIndex], ['warning', undefined]);
    assert.equal(second?.locations[0]?.physicalLocation.artifactLocation.uri, 'a%20b/%C3%BC%23%3F%25%3A1.ts');
  });

  it('puts a finding about a whole file on its first line, since code scanning asks for one', () => {
    const { range: _, ...whole } = madeFinding();
    assert.deepEqual(only(sarifLog(madeOutcome([whole]), few)).results[0]?.locations[0]?.physicalLocation.region, { startLine: 1 });
  });

  it('lists what is silenced only when asked, since code scanning shows it as open', () => {
    const silenced = {
      suppressed: [{ finding: madeFinding({ path: 'a.ts' }), reason: 'a console' }],
      accepted: [madeFinding({ path: 'b.ts', baseline: true })],
    };
    const outcome = madeOutcome([madeFinding()], { silenced });
    assert.deepEqual(
      only(sarifLog(outcome, few)).results.map(({ suppressions, baselineState }) => [suppressions, baselineState]),
      [[undefined, undefined]],
    );
    const [fresh, suppressed, accepted] = only(sarifLog(outcome, all)).results;
    assert.deepEqual([fresh?.suppressions, fresh?.baselineState], [undefined, 'new']);
    assert.deepEqual(suppressed?.suppressions, [{ kind: 'inSource', justification: 'a console', status: 'accepted' }]);
    assert.deepEqual([accepted?.suppressions?.[0]?.kind, accepted?.baselineState], ['external', 'unchanged']);
  });

  it('tells of faults and notes, and that the check was not complete', () => {
    const faults = [{ guardrail: 'no-eval', message: 'the pattern took too long' }];
    const [invocation] = only(
      sarifLog(
        madeOutcome([], { faults: faults.map((fault) => ({ ...fault, by: 'page' as const })), notes: ['1 finding below P2 not shown'] }),
        few,
      ),
    ).invocations;
    assert.equal(invocation?.executionSuccessful, false);
    assert.deepEqual(
      invocation.toolExecutionNotifications.map(({ level, message }) => [level, message.text]),
      [
        ['error', 'guardrail no-eval failed: the pattern took too long'],
        ['note', '1 finding below P2 not shown'],
      ],
    );
  });

  it('keeps to what code scanning takes, the worst first, and says what it left out', () => {
    const findings = Array.from({ length: 25_001 }, (_, index) => madeFinding({ path: `src/${index}.ts` }));
    const outcome = madeOutcome(findings);
    const { results, invocations } = only(sarifLog(outcome, few));
    assert.equal(results.length, 25_000);
    assert.equal(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri, 'src/0.ts');
    const said = sarifLimit(outcome, false);
    assert.match(said ?? '', /^1 of 25001 findings were left out/);
    assert.equal(invocations[0]?.toolExecutionNotifications[0]?.message.text, said);
    assert.equal(sarifLimit(madeOutcome(findings.slice(1)), false), undefined);
  });

  it('is held against a schema that refuses what is wrong', () => {
    const wrong = sarifLog(madeOutcome([madeFinding()]), few).replace('"level": "error"', '"level": "dire"');
    assert.throws(() => validSarif(wrong), /should be equal to one of the allowed values/);
  });

  it('is valid, and UTF-8, whatever files and pages contain', () => {
    fc.assert(
      fc.property(nastyOutcome, (outcome) => {
        const text = sarifLog(outcome, all);
        assert.equal(Buffer.from(text, 'utf8').toString('utf8'), text);
        assert.doesNotMatch(text, /\\u[dD][89a-fA-F]/, 'half a character');
        const { results } = only(text);
        assert.equal(
          results.length,
          outcome.report.findings.length + outcome.silenced.suppressed.length + outcome.silenced.accepted.length,
        );
        for (const { locations } of results) {
          const uri = locations[0]?.physicalLocation.artifactLocation.uri ?? '';
          assert.match(uri, /^(?:[\w\-.~!'()*/]|%[0-9A-F]{2})*$/);
        }
      }),
      { numRuns: 200 },
    );
  });
});
