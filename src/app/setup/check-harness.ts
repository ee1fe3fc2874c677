import type { DoctorCheck } from '#kernel/records/doctor-report.ts';
import type { GuardrailPage } from '#kernel/records/guardrail-page.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { resolveInside } from '#platform/files/read-inside.ts';
import { listWorktreeFiles } from '#platform/git/worktree-files.ts';
import { idlePages } from '../harness/idle-pages.ts';
import { type ReadRules, readRules } from '../harness/read-rules.ts';

export interface HarnessState {
  checks: DoctorCheck[];
  guardrails: number;
  /** The first command that an example says must be denied. */
  denied?: string;
}

/** Whether settings and pages can be read and their rules compiled, and whether each has files to look at. */
export async function checkHarness(root: string, signal?: AbortSignal): Promise<HarnessState> {
  if (resolveInside(root, 'harness') === undefined) return { checks: [noHarness], guardrails: 0 };
  const read = readRules(root);
  const { paths } = await listWorktreeFiles(root, signal);
  const denied = firstDenied(read);
  return {
    checks: [...settingsChecks(read), pagesCheck(read), ...leftChecks(read), ...(await idleChecks(root, read, paths))],
    guardrails: read.rules.rules.length,
    ...(denied === undefined ? {} : { denied }),
  };
}

const noHarness: DoctorCheck = {
  subject: 'harness',
  name: 'pages',
  state: 'missing',
  message: 'There is no harness in this repository, so nothing is checked.',
  fix: 'Run `npx tackroom init`.',
};

const isSettings = ({ path }: PageProblem): boolean => /^harness\/[^/]*\.ya?ml$/.test(path);

function settingsChecks({ problems }: ReadRules): DoctorCheck[] {
  const wrong = problems.filter(isSettings);
  if (wrong.length === 0) return [];
  const message = `${tell(wrong)} The defaults are in force.`;
  return [{ subject: 'harness', name: 'settings', state: 'broken', message, ...fixOf(wrong) }];
}

function pagesCheck({ absent, problems, rules }: ReadRules): DoctorCheck {
  const wrong = problems.filter((problem) => !isSettings(problem));
  const about = { subject: 'harness', name: 'pages' };
  if (absent !== undefined) return { ...about, state: 'broken', message: `${absent.message}.`, fix: absent.fix };
  const count = rules.rules.length;
  if (wrong.length === 0) return { ...about, state: 'ok', message: `${count} ${count === 1 ? 'guardrail' : 'guardrails'}, no mistakes.` };
  return { ...about, state: 'broken', message: `${tell(wrong)} What has a mistake is left out.`, ...fixOf(wrong) };
}

function leftChecks({ left }: ReadRules): DoctorCheck[] {
  if (left === undefined) return [];
  return [{ subject: 'harness', name: 'languages', state: 'missing', message: `${left.message}.`, fix: left.fix }];
}

/** The first, word for word; `tackroom check` has them all. */
function tell(problems: readonly PageProblem[]): string {
  const [first] = problems;
  if (first === undefined) return '';
  const files = new Set(problems.map(({ path }) => path)).size;
  const more = problems.length === 1 ? '' : `${problems.length} mistakes in ${files === 1 ? 'one file' : `${files} files`}, the first: `;
  return `${more}${first.path}:${first.line}:${first.column} ${first.message}`;
}

function fixOf(problems: readonly PageProblem[]): { fix: string } {
  return { fix: (problems.length === 1 ? problems[0]?.fix : undefined) ?? 'Run `tackroom check`: it names each with its line.' };
}

/** Not wrong by itself: the files may still come. */
async function idleChecks(root: string, read: ReadRules, paths: readonly string[]): Promise<DoctorCheck[]> {
  return (await idlePages(root, read, paths)).map(({ id, page, line, message, hint }) => ({
    subject: 'harness',
    name: id,
    state: 'note',
    message: `${page}:${line} ${message}${hint === undefined ? '' : ` ${hint}`}`,
  }));
}

function firstDenied({ harness, rules }: ReadRules): string | undefined {
  const ids = new Set(rules.rules.filter((rule) => rule.check.kind === 'command').map((rule) => rule.id));
  const isAsked = (page: GuardrailPage) => ids.has(page.guardrail.id);
  const bad = harness.guardrails.filter(isAsked).flatMap((page) => page.examples.filter((example) => example.verdict === 'bad'));
  return bad[0]?.files[0]?.text.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#'));
}
