import path from 'node:path';
import { InvalidArgumentError } from 'commander';
import { applyInit, forecastInit, type InitPlan, planInit, renderInit, summarizeInit } from '#app/init.ts';
import { TackroomError } from '#kernel/errors.ts';
import { type HookAgent, hookAgents } from '#kernel/records/hook.ts';
import { asCalled } from '../as-called.ts';
import { askToWrite, countFiles, type WriteOptions } from '../ask-to-write.ts';
import type { Io, Register } from '../command.ts';
import { confirm } from '../confirm.ts';
import { ProgressBar } from '../progress-bar.ts';
import { createColors } from '../render/colors.ts';
import { importSummary, rulesIn } from '../render/import-summary.ts';
import { filesSummary, forecastSummary, offeredSummary } from '../render/init-summary.ts';
import { printable } from '../render/printable.ts';
import { colorsFor } from '../terminal.ts';

export const registerInit: Register = (program, io, exit) => {
  program
    .command('init')
    .description(
      'set this repository up: harness/, AGENTS.md, and the hooks of the agents; shows what changes, then asks (safe to run again)',
    )
    .option('-y, --yes', 'write without asking')
    .option('-n, --dry-run', 'write nothing, and show the text of new files too')
    .option(
      '--guardrails <which>',
      'of those that come with Tackroom: default, all, none, or ids with commas between them (default: default)',
      toChoice,
    )
    .option('--import', 'make drafts, to be sorted, of the rules in CLAUDE.md, .cursor/rules, copilot-instructions.md and the like')
    .option('--no-import', 'do not, and do not ask')
    .option('--mcp', 'also give agents the MCP server (.mcp.json, and what Cursor, Gemini CLI and OpenCode have here)')
    .option('--agents <which>', `the agents to wire, with commas between them: ${hookAgents.join(', ')}`, toAgents)
    .action(async (options: InitOptions) => {
      const code = await init(options, io);
      if (code !== 0) exit(code);
    });
};

interface InitOptions extends WriteOptions {
  mcp?: true;
  guardrails?: 'default' | 'all' | 'none' | string[];
  import?: boolean;
  agents?: HookAgent[];
}

function toChoice(text: string): InitOptions['guardrails'] {
  const set = (['default', 'all', 'none'] as const).find((name) => name === text);
  return set ?? text.split(',').map((id) => id.trim());
}

function toAgents(text: string): HookAgent[] {
  return text.split(',').map((given) => {
    const name = given.trim();
    const agent = hookAgents.find((known) => known === name);
    if (agent === undefined) throw new InvalidArgumentError(`${JSON.stringify(name)} is none of ${hookAgents.join(', ')}.`);
    return agent;
  });
}

async function init(options: InitOptions, io: Io): Promise<number> {
  const plan = await choosePlan(options, io);
  io.stdout.write(`${describeProject(plan, io)}\n`);
  const notes = plan.notes.map((note) => asCalled(`  ${printable(`${note.path} ${note.reason}`)}\n`, io.call)).join('');
  if (plan.changes.length === 0) {
    const steps = codexMcpStep(plan).map((step) => `${step}\n`);
    io.stdout.write(`Already set up: nothing to change.\n${notes}${steps.join('')}${offeredSummary(plan.offered)}${importHint(plan, io)}`);
    return 0;
  }
  io.stdout.write(await describePlan(plan, options, io));
  if (notes !== '') io.stdout.write(`Stays as it is:\n${notes}\n`);
  const answer = await askToWrite(options, io, plan.changes.length);
  if (answer !== 'write') return answer;
  applyInit(plan);
  io.stdout.write(`Wrote ${countFiles(plan.changes.length)}.\n\n${nextSteps(plan)}${importHint(plan, io)}`);
  return 0;
}

/** Rules that other agents' files hold are imported where that is asked for; a person who sets a repository up is asked. */
async function choosePlan({ guardrails, agents, mcp, import: wanted, yes, dryRun }: InitOptions, io: Io): Promise<InitPlan> {
  const choice = { ...(guardrails === undefined ? {} : { guardrails }), ...(agents === undefined ? {} : { agents }) };
  const request = { cwd: io.cwd, env: io.env, ...choice, mcp: mcp === true };
  const plan = await planInit({ ...request, importRules: wanted === true }, io.signal);
  const { sources, pieces } = plan.importable;
  if (wanted !== undefined || yes || dryRun || pieces === 0 || !plan.isFirst) return plan;
  const answer = await confirm(io, `${rulesIn(sources, pieces)} Make drafts of them, to be sorted?`);
  return answer === 'yes' ? await planInit({ ...request, importRules: true }, io.signal) : plan;
}

/** First what fits on a screen, then the diff: of all files where a person only looks, else of those that are there already. */
async function describePlan(plan: InitPlan, options: WriteOptions, io: Io): Promise<string> {
  const color = colorsFor(io);
  const colors = createColors(color);
  const full = options.dryRun === true;
  const isNew = summarizeInit(plan).some(({ kind }) => kind === 'new');
  const more = full || !isNew ? '' : colors.dim(asCalled('The text of the new files: tackroom init --dry-run', io.call));
  const diff = renderInit(plan, { color, full }).trimEnd();
  const imported = plan.imported === undefined ? '' : importSummary(plan.imported);
  const parts = [
    filesSummary(summarizeInit(plan), colors),
    imported,
    await describeForecast(plan, io),
    offeredSummary(plan.offered),
    more,
    diff,
  ];
  return `\n${parts.flatMap((part) => (part === '' ? [] : [part.trimEnd()])).join('\n\n')}\n\n`;
}

/** What is there already is a fact about the code; that it cannot be counted is no reason for `init` to fail. */
async function describeForecast(plan: InitPlan, io: Io): Promise<string> {
  const progress = new ProgressBar(io.stderr, 'Checking', io.env.TERM !== 'dumb');
  try {
    const forecast = await forecastInit(plan, progress.update, io.signal);
    return forecast === undefined ? '' : forecastSummary(forecast);
  } catch (error) {
    if (!(error instanceof TackroomError)) throw error;
    return `What the guardrails find today could not be counted: ${error.message}`;
  } finally {
    progress.clear();
  }
}

function describeProject({ root, project }: InitPlan, io: Io): string {
  const below = path.relative(root, io.cwd);
  const where = below === '' || below.startsWith('..') ? '' : ` (the whole of it, although you are in ${below})`;
  const facts = [
    project.languages.slice(0, 4).join(', ') || 'no language known to Tackroom',
    ...(project.packageManager === undefined ? [] : [project.packageManager]),
    ...(project.testRunner === undefined ? [] : [project.testRunner]),
  ];
  const agents = project.agents.map((agent) => `${agent.name} (${agent.signs.join(', ')})`).join('; ');
  return `Repository ${root}${where}\nFound: ${facts.join(' · ')}${agents === '' ? '' : `\nAgents: ${agents}`}`;
}

function importHint({ importable: { sources, pieces }, imported }: InitPlan, io: Io): string {
  if (imported !== undefined || pieces === 0) return '';
  return `${rulesIn(sources, pieces)} To make drafts of them: ${asCalled('tackroom init --import', io.call)}\n`;
}

function nextSteps(plan: InitPlan): string {
  const { commands, project, claudeFile, grammars, hasEngine, imported, install, wired } = plan;
  const where = project.hasPackageJson ? '' : ' (once for all repositories without a package.json)';
  const what = [...(hasEngine ? [] : ['the engine']), ...(grammars.length === 0 ? [] : ["the grammars of your code's languages"])];
  const steps = [
    ...(install === undefined ? [] : [`Install ${what.join(' and ')}${where}:\n     ${install}`]),
    'Commit what was written: hooks and pages then reach every clone and worktree.',
    ...(wired.includes('Codex') ? [codexStep] : []),
    ...codexMcpStep(plan),
    ...(claudeFile === 'silent'
      ? ['CLAUDE.md does not mention AGENTS.md: give it the line `@AGENTS.md`, so that Claude Code reads it.']
      : []),
    ...(imported === undefined ? [] : [`Sort what was imported: ${imported.checklist}`]),
    `Prove that each wire works:\n     ${commands.call} doctor`,
    `See what the guardrails find:\n     ${commands.call} check`,
  ];
  return `Next:\n${steps.map((step, index) => `  ${index + 1}. ${step}\n`).join('')}`;
}

/** Its configuration is TOML, which we do not edit. */
function codexMcpStep({ codexMcp, wired }: InitPlan): string[] {
  if (codexMcp === undefined || !wired.includes('Codex')) return [];
  return [`Give Codex the MCP server, in .codex/config.toml or its own:\n     ${codexMcp.replaceAll('\n', '\n     ')}`];
}

const codexStep =
  'Codex runs hooks only after a person has looked at them, once in every worktree:\n     run `codex` here, trust the folder, type /hooks and approve those of .codex/hooks.json';
