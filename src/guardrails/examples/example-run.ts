import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Finding } from '#kernel/records/finding.ts';
import type { CoverageCheck, Guardrail, ToolCheck } from '#kernel/records/guardrail.ts';
import type { Example } from '#kernel/records/guardrail-page.ts';
import { checkCommand } from '../check-command.ts';
import { runRules } from '../run-rules.ts';
import { memoryTree } from '../tree.ts';
import { exampleReport, isReportCheck } from './example-report.ts';
import { exampleTree } from './example-tree.ts';

/** What the rule makes of one example. */
export type ExampleRun =
  | { kind: 'files'; files: Record<string, string>; findings: Finding[]; inScope: boolean }
  | { kind: 'commands'; lines: { command: string; denied: boolean }[] }
  | { kind: 'failed'; why: string };

export function runExample(example: Example, rule: CompiledRule, guardrail: Guardrail): ExampleRun {
  if (rule.check.kind === 'command') return runCommands(example, rule);
  if (isReportCheck(rule.check)) return runReport(example, rule, rule.check);
  const tree = exampleTree(example, rule, guardrail);
  if (tree.files === undefined) return { kind: 'failed', why: tree.why };
  const paths = Object.keys(tree.files);
  const rules = { version: 1 as const, engine: '', pagesHash: '', rules: [rule] };
  const { faults, findings } = runRules(rules, { tree: memoryTree(tree.files), paths, whole: true });
  const [fault] = faults;
  if (fault !== undefined) return { kind: 'failed', why: fault.message };
  return { kind: 'files', files: tree.files, findings, inScope: paths.some((path) => matchesGlobs(rule.files, path)) };
}

/** The report stands in the example itself: nothing is started, and what it speaks of counts as being there. */
function runReport(example: Example, rule: CompiledRule, check: CoverageCheck | ToolCheck): ExampleRun {
  const { files, report } = exampleReport(example, check);
  const rules = { version: 1 as const, engine: '', pagesHash: '', rules: [rule] };
  const scope = { tree: memoryTree(files), paths: Object.keys(files), whole: true, reports: new Map([[rule.id, report]]) };
  const { faults, findings } = runRules(rules, { ...scope, example: true });
  const [fault] = faults;
  return fault === undefined ? { kind: 'files', files, findings, inScope: true } : { kind: 'failed', why: fault.message };
}

/** Each line is one command; a backslash at its end continues it. Comments and empty lines are for the reader. */
function runCommands(example: Example, rule: CompiledRule): ExampleRun {
  const lines = example.files.flatMap(({ text }) => text.replace(/\\\r?\n/g, ' ').split(/\r?\n/));
  const commands = lines.filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  return { kind: 'commands', lines: commands.map((command) => ({ command, denied: checkCommand([rule], command).hits.length > 0 })) };
}
