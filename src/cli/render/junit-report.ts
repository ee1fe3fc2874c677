import type { CheckOutcome } from '#app/check.ts';
import { groupBy } from '#kernel/group-by.ts';
import type { Finding } from '#kernel/records/finding.ts';
import { xmlElement, xmlText } from './xml.ts';

/** One `testcase`: a finding, a suppressed one, a fault, a guardrail that was left out, or one that nothing breaks. */
interface Case {
  suite: string;
  state: 'passed' | 'failures' | 'errors' | 'skipped';
  xml: string;
}

/** A check as JUnit XML: a suite a guardrail, in it a case a finding, or one that passes. GitLab, Jenkins and others show it beside the tests. */
export function junitReport({ report, silenced, faults, guardrails, leftOut }: CheckOutcome, all: boolean): string {
  const cases = [
    ...numbered(report.findings).map(failed),
    ...(all ? silenced.suppressed.map(({ finding, reason }) => skipped(finding, `tackroom-allow: ${reason}`)) : []),
    ...(all ? silenced.accepted.map((finding) => skipped(finding, 'accepted before: harness/baseline.json')) : []),
    ...(leftOut?.guardrails ?? []).map(passedOver),
    ...faults.map(({ guardrail, message }) => errored(guardrail === '*' ? 'tackroom' : guardrail, message)),
  ];
  const broken = groupBy(cases, ({ suite }) => suite);
  for (const { id, title } of guardrails) if (!broken.has(id)) broken.set(id, [passed(id, title)]);
  const suites = [...broken].map(([name, own]) => xmlElement('testsuite', { name, ...counts(own), time: 0 }, lines(own, '    ')));
  const root = xmlElement(
    'testsuites',
    { name: 'tackroom', ...counts([...broken.values()].flat()), time: (report.summary.durationMs / 1000).toFixed(3) },
    lines(
      suites.map((xml) => ({ xml })),
      '  ',
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function lines(parts: readonly { xml: string }[], indent: string): string {
  return parts.length === 0 ? '' : `\n${parts.map(({ xml }) => indent + xml).join('\n')}\n${indent.slice(2)}`;
}

function counts(cases: readonly Case[]): Record<string, number> {
  const having = (state: Case['state']) => cases.filter((one) => one.state === state).length;
  return { tests: cases.length, failures: having('failures'), errors: having('errors'), skipped: having('skipped') };
}

interface Numbered {
  finding: Finding;
  name: string;
}

/** GitLab knows a case by class and name alone, so two findings of one place would be one. */
function numbered(findings: readonly Finding[]): Numbered[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const place = placeOf(finding);
    const key = JSON.stringify([finding.guardrail, place]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { finding, name: count === 1 ? place : `${place} (${count})` };
  });
}

function placeOf({ path, range }: Finding): string {
  return range === undefined ? path : `${path}:${range.start.line}:${range.start.column}`;
}

/** The whole text goes into the body: GitLab shows nothing of the attribute `message`. */
function failed({ finding, name }: Numbered): Case {
  const { message, priority, fix, runbook } = finding;
  const text = [
    placeOf(finding),
    message,
    ...(fix === undefined ? [] : [`Fix: ${fix}`]),
    ...(runbook === undefined ? [] : [`Runbook: ${runbook}`]),
  ].join('\n');
  return caseOf(finding, { name, state: 'failures', inner: xmlElement('failure', { message, type: priority }, xmlText(text)) });
}

function skipped(finding: Finding, message: string): Case {
  return caseOf(finding, { name: placeOf(finding), state: 'skipped', inner: xmlElement('skipped', { message }) });
}

function passedOver({ id, title, page, why }: { id: string; title: string; page: string; why: string }): Case {
  const inner = xmlElement('skipped', { message: why });
  return {
    suite: id,
    state: 'skipped',
    xml: xmlElement('testcase', { classname: className(id), name: title, file: page, time: 0 }, inner),
  };
}

function caseOf({ guardrail = '', path, range }: Finding, about: { name: string; state: Case['state']; inner: string }): Case {
  const place = { file: path, ...(range === undefined ? {} : { line: range.start.line }) };
  const xml = xmlElement('testcase', { classname: className(guardrail), name: about.name, ...place, time: 0 }, about.inner);
  return { suite: guardrail, state: about.state, xml };
}

function errored(suite: string, message: string): Case {
  const inner = xmlElement('error', { message, type: 'fault' }, xmlText(`This report is not complete: ${message}`));
  return { suite, state: 'errors', xml: xmlElement('testcase', { classname: className(suite), name: 'runs to its end', time: 0 }, inner) };
}

function passed(id: string, title: string): Case {
  return { suite: id, state: 'passed', xml: xmlElement('testcase', { classname: className(id), name: title, time: 0 }) };
}

/** Jenkins takes what stands before the last dot for a package, and groups by it. */
function className(guardrail: string): string {
  return `tackroom.${guardrail}`;
}
