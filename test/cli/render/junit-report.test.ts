import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import type { CheckOutcome } from '#app/check.ts';
import { junitReport } from '#cli/render/junit-report.ts';
import { madeFinding, madeOutcome, madeRule } from './made-outcome.ts';
import { nastyOutcome } from './nasty-outcome.ts';

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
}

/** The document, as a strict parser reads it. */
function parse(xml: string): Element {
  const top: Element = { name: '', attributes: {}, text: '', children: [] };
  const open = [top];
  const parser = new SaxesParser({ fragment: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, value]) => [key, String(value)]);
    const element = { name, attributes: Object.fromEntries(values), text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.write(xml).close();
  const [root] = top.children;
  assert.ok(root);
  return root;
}

const report = (outcome: CheckOutcome, all = false) => parse(junitReport(outcome, all));

describe('junitReport', () => {
  it('has a suite for each guardrail, with a case for each finding, or one that passes', () => {
    const outcome = madeOutcome([madeFinding(), madeFinding({ path: 'b.ts' })], {
      guardrails: [madeRule(), madeRule({ id: 'no-fixme', title: 'No FIXME' })],
    });
    const root = report(outcome);
    assert.deepEqual([root.name, root.attributes.tests, root.attributes.failures, root.attributes.time], ['testsuites', '3', '2', '0.012']);
    assert.deepEqual(
      root.children.map(({ attributes }) => [attributes.name, attributes.tests, attributes.failures]),
      [
        ['no-eval', '2', '2'],
        ['no-fixme', '1', '0'],
      ],
    );
    assert.deepEqual(root.children[1]?.children[0]?.attributes, { classname: 'tackroom.no-fixme', name: 'No FIXME', time: '0' });
    const [failed] = root.children[0]?.children ?? [];
    assert.deepEqual(failed?.attributes, {
      classname: 'tackroom.no-eval',
      name: 'src/run.ts:3:9',
      file: 'src/run.ts',
      line: '3',
      time: '0',
    });
    const [failure] = failed.children;
    assert.deepEqual(failure?.attributes, { message: 'Code made from text at run time cannot be reviewed.', type: 'P1' });
    assert.equal(failure.text, 'src/run.ts:3:9\nCode made from text at run time cannot be reviewed.\nFix: Call the function you mean.');
  });

  it('gives two findings of one place two names', () => {
    const cases = report(madeOutcome([madeFinding(), madeFinding(), madeFinding({ guardrail: 'no-other' })])).children.flatMap(
      (suite) => suite.children,
    );
    assert.deepEqual(
      cases.map(({ attributes }) => `${attributes.classname} ${attributes.name}`),
      ['tackroom.no-eval src/run.ts:3:9', 'tackroom.no-eval src/run.ts:3:9 (2)', 'tackroom.no-other src/run.ts:3:9'],
    );
  });

  it('skips what is silenced, when asked for it', () => {
    const silenced = { suppressed: [{ finding: madeFinding(), reason: 'a console' }], accepted: [madeFinding({ path: 'old.ts' })] };
    const outcome = madeOutcome([], { silenced });
    assert.deepEqual([report(outcome).attributes.tests, report(outcome).attributes.skipped], ['1', '0']);
    const root = report(outcome, true);
    assert.deepEqual([root.attributes.tests, root.attributes.failures, root.attributes.skipped], ['2', '0', '2']);
    assert.equal(root.children[0]?.children[0]?.children[0]?.attributes.message, 'tackroom-allow: a console');
  });

  it('has a fault as an error, so that half a check does not pass', () => {
    const root = report(madeOutcome([], { faults: [{ guardrail: 'no-eval', message: 'too slow', by: 'page' }] }));
    assert.deepEqual([root.attributes.tests, root.attributes.errors, root.attributes.failures], ['1', '1', '0']);
    assert.equal(root.children[0]?.children[0]?.children[0]?.text, 'This report is not complete: too slow');
  });

  it('is XML with the right counts, whatever files and pages contain', () => {
    fc.assert(
      fc.property(nastyOutcome, (outcome) => {
        const xml = junitReport(outcome, true);
        assert.equal(Buffer.from(xml, 'utf8').toString('utf8'), xml);
        const root = parse(xml);
        const cases = root.children.flatMap((suite) => suite.children);
        const having = (name: string, of: Element[]) => String(of.filter(({ children }) => children[0]?.name === name).length);
        for (const [element, own] of [[root, cases] as const, ...root.children.map((suite) => [suite, suite.children] as const)]) {
          const { tests, failures, errors, skipped } = element.attributes;
          assert.deepEqual(
            [tests, failures, errors, skipped],
            [String(own.length), having('failure', own), having('error', own), having('skipped', own)],
          );
        }
        const { findings } = outcome.report;
        assert.equal(root.attributes.failures, String(findings.length));
        const wanted = findings.map(({ message }) =>
          message.replace(/\p{Surrogate}|[^\t\n\r\u{20}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD'),
        );
        const read = cases.flatMap(({ children }) => (children[0]?.name === 'failure' ? [children[0].attributes.message ?? ''] : []));
        assert.deepEqual(read.toSorted(), wanted.toSorted());
      }),
      { numRuns: 200 },
    );
  });
});
