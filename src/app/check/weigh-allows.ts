import type { AllowComment, Note, RunResult } from '#guardrails/run-rules.ts';
import { groupBy } from '#kernel/group-by.ts';

/** A suppression comment, and how many findings it silences. */
export type WeighedAllow = AllowComment & { findings: number };

/** What each suppression comment of a whole check silences. */
export function weighAllows({ allows, suppressed }: Pick<RunResult, 'allows' | 'suppressed'>): WeighedAllow[] {
  const used = groupBy(suppressed, keyOf);
  return allows.map((allow) => ({ ...allow, findings: used.get(keyOf(allow))?.length ?? 0 }));
}

/** The comments that silence nothing any more. Of a guardrail that failed nobody can tell. */
export function idleAllows(result: RunResult): Note[] {
  if (result.faults.length > 0) return [];
  return weighAllows(result).flatMap(({ guardrail, path, line, findings }) =>
    findings > 0
      ? []
      : [{ about: 'suppression', path, line, message: `tackroom-allow ${guardrail} silences nothing here any more. Take it out.` }],
  );
}

function keyOf({ guardrail, path, line }: Pick<AllowComment, 'guardrail' | 'path' | 'line'>): string {
  return `${guardrail}\0${line}\0${path}`;
}
