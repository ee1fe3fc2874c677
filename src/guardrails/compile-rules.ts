import type { CompiledRule, CompiledRules } from '#kernel/records/compiled-rules.ts';
import type { GuardrailPage } from '#kernel/records/guardrail-page.ts';
import { kindCompilers } from './compile/kind-compilers.ts';
import { extraPackages, type MissingPackage, missingPackages } from './compile/missing-packages.ts';
import { compileGlobs } from './compile-globs.ts';

/** A mistake in a page's rule that its schema cannot see. */
export interface RuleProblem {
  /** Path of the page. */
  page: string;
  /** Where in its front matter, as keys. */
  at: (string | number)[];
  message: string;
  fix?: string;
}

export interface Compilation {
  compiled: CompiledRules;
  /** A page with a problem is left out of `compiled`. */
  problems: RuleProblem[];
  /** Ids of guardrails whose kind nothing here runs: they are judged, or checked by another tool. */
  notRun: string[];
  /** Asks for what the rules' kinds run on, which takes some ms. Where it is not there, `problems` may speak of nothing else. */
  missing: () => MissingPackage[];
  /** What to ask npm for, there or not: grammars of the languages that the pages name. Nothing is loaded. */
  extras: () => string[];
}

/** Does everything slow about rules ahead, so that a hook only has to match. */
export function compileRules(pages: readonly GuardrailPage[], about: { engine: string; pagesHash: string }): Compilation {
  const rules: CompiledRule[] = [];
  const problems: RuleProblem[] = [];
  const notRun: string[] = [];
  for (const page of pages) {
    const outcome = compilePage(page);
    problems.push(...outcome.problems);
    if (outcome.rule !== undefined) rules.push(outcome.rule);
    else if (outcome.problems.length === 0) notRun.push(page.guardrail.id);
  }
  const guardrails = pages.map((page) => page.guardrail);
  const missing = () => missingPackages(pages);
  const extras = () => extraPackages(guardrails);
  return { compiled: { version: 1, ...about, rules }, problems, notRun, missing, extras };
}

function compilePage(page: GuardrailPage): { rule?: CompiledRule; problems: RuleProblem[] } {
  const { check, files = [], id, priority, title } = page.guardrail;
  const { globs, problems: globProblems } = compileGlobs(files);
  const compiler = kindCompilers[check.kind];
  const samples = page.examples.flatMap((example) => example.files.map(({ text }) => text));
  const problems: RuleProblem[] = [
    ...globProblems.map(({ index, ...problem }) => ({ page: page.path, at: ['files', index], ...problem })),
    ...scopeProblems(page),
    ...(compiler?.problems(check, samples) ?? []).map(({ at, ...problem }) => ({ page: page.path, at: ['check', ...at], ...problem })),
  ];
  if (problems.length > 0 || compiler === undefined) return { problems };
  const rule: CompiledRule = {
    id,
    page: page.path,
    priority,
    title,
    message: page.message,
    remedy: page.remedy,
    ...(page.runbook === undefined ? {} : { runbook: page.runbook }),
    files: globs,
    check,
    literals: compiler.literals(check),
    ...compiler.extras?.(check),
  };
  return { rule, problems };
}

/** A path that must or must not exist has to be named. */
function scopeProblems(page: GuardrailPage): RuleProblem[] {
  const { check, files = [] } = page.guardrail;
  if (check.kind !== 'structure' || (check.required !== true && check.forbidden !== true) || files.some((glob) => !glob.startsWith('!')))
    return [];
  const key = check.required === true ? 'required' : 'forbidden';
  return [
    {
      page: page.path,
      at: ['check', key],
      message: `"${key}" needs \`files\` that say which path it speaks of`,
      fix: 'Add files: ["path/or/glob"] to the page.',
    },
  ];
}
