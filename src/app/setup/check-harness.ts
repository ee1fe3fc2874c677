import { compileRules } from '#guardrails/compile-rules.ts';
import type { DoctorCheck } from '#kernel/records/doctor-report.ts';
import { loadHarness } from '#pages/load-harness.ts';
import { findOwnPackage } from '#platform/install/own-package.ts';
import { describeMissing } from '../harness/describe-missing.ts';

export interface HarnessState {
  check: DoctorCheck;
  guardrails: number;
  /** The first command that an example says must be denied. */
  denied?: string;
}

/** Whether the pages can be read and their rules compiled. Pages with mistakes are left out by the hook. */
export function checkHarness(root: string): HarnessState {
  const harness = loadHarness(root);
  const { compiled, problems, missing } = compileRules(harness.guardrails, {
    engine: findOwnPackage(import.meta.url).version,
    pagesHash: harness.hash,
  });
  const mistakes = harness.problems.length + problems.length;
  const ids = new Set(compiled.rules.filter((rule) => rule.check.kind === 'command').map((rule) => rule.id));
  const bad = harness.guardrails
    .filter((page) => ids.has(page.guardrail.id))
    .flatMap((page) => page.examples.filter((example) => example.verdict === 'bad'));
  const denied = bad[0]?.files[0]?.text.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#'));
  const check = pagesCheck({ mistakes, rules: compiled.rules.length, absent: describeMissing(missing()) });
  return { check, guardrails: compiled.rules.length, ...(denied === undefined ? {} : { denied }) };
}

function pagesCheck({
  mistakes,
  rules,
  absent,
}: {
  mistakes: number;
  rules: number;
  absent: ReturnType<typeof describeMissing>;
}): DoctorCheck {
  const about = { subject: 'harness', name: 'pages' };
  if (absent !== undefined) return { ...about, state: 'broken', message: `${absent.message}.`, fix: absent.fix };
  if (mistakes === 0) return { ...about, state: 'ok', message: `${rules} guardrails, no mistakes.` };
  return {
    ...about,
    state: 'broken',
    message: `${mistakes} ${mistakes === 1 ? 'mistake' : 'mistakes'} in the pages; what has one is left out.`,
    fix: 'Run `tackroom check`: it names each with its line.',
  };
}
