import { applyInit, countBreaches, type InitPlan, planInit, renderInit } from '#app/init.ts';
import { TackroomError } from '#kernel/errors.ts';
import { askToWrite, countFiles, type WriteOptions } from '../ask-to-write.ts';
import type { Io, Register } from '../command.ts';

export const registerInit: Register = (program, io, exit) => {
  program
    .command('init')
    .description('set this repository up: harness/, AGENTS.md, and the hooks of the agents (safe to run again)')
    .option('-y, --yes', 'write without asking')
    .option('-n, --dry-run', 'show the diff and write nothing')
    .action(async (options: WriteOptions) => {
      const code = await init(options, io);
      if (code !== 0) exit(code);
    });
};

async function init(options: WriteOptions, io: Io): Promise<number> {
  const plan = await planInit(io.cwd, io.env, io.signal);
  io.stdout.write(`${describeProject(plan)}\n`);
  const notes = plan.notes.map((note) => `  ${note.path} ${note.reason}\n`).join('');
  if (plan.changes.length === 0) {
    io.stdout.write(`Already set up: nothing to change.\n${notes}`);
    return 0;
  }
  io.stdout.write(`\n${renderInit(plan, { color: io.stdout.isTTY && !io.env.NO_COLOR })}\n${notes}`);
  const answer = await askToWrite(options, io, plan.changes.length);
  if (answer !== 'write') return answer;
  applyInit(plan);
  io.stdout.write(`Wrote ${countFiles(plan.changes.length)}.\n\n`);
  io.stdout.write(`${await describeBreaches(plan, io)}${nextSteps(plan)}`);
  return 0;
}

function describeProject({ root, project }: InitPlan): string {
  const facts = [
    project.languages.slice(0, 4).join(', ') || 'no language known to Tackroom',
    ...(project.packageManager === undefined ? [] : [project.packageManager]),
    ...(project.testRunner === undefined ? [] : [project.testRunner]),
  ];
  const agents = project.agents.map((agent) => `${agent.name} (${agent.signs.join(', ')})`).join('; ');
  return `Repository ${root}\nFound: ${facts.join(' · ')}${agents === '' ? '' : `\nAgents: ${agents}`}`;
}

/** What is there already is a fact about the code; that it cannot be counted is no reason for `init` to fail. */
async function describeBreaches({ root }: InitPlan, io: Io): Promise<string> {
  try {
    const breaches = await countBreaches(root, io.signal);
    const width = Math.max(...breaches.map(({ count }) => String(count).length), 0);
    const lines = breaches.map(({ guardrail, count }) => `  ${String(count).padStart(width)}  ${guardrail}\n`);
    return lines.length === 0 ? '' : `Findings in the repository today:\n${lines.join('')}\n`;
  } catch (error) {
    if (!(error instanceof TackroomError)) throw error;
    return `What the guardrails find today could not be counted: ${error.message}\n\n`;
  }
}

function nextSteps({ commands, project, claudeFile, hasEngine, wired }: InitPlan): string {
  const where = project.hasPackageJson ? '' : ' (once for all repositories without a package.json)';
  const steps = [
    ...(hasEngine ? [] : [`Install the engine${where}:\n     ${commands.install}`]),
    'Commit what was written: hooks and pages then reach every clone and worktree.',
    ...(wired.includes('Codex') ? [codexStep] : []),
    ...(claudeFile === 'silent'
      ? ['CLAUDE.md does not mention AGENTS.md: give it the line `@AGENTS.md`, so that Claude Code reads it.']
      : []),
    `Prove that each wire works:\n     ${commands.call} doctor`,
    `See what the guardrails find:\n     ${commands.call} check`,
  ];
  return `Next:\n${steps.map((step, index) => `  ${index + 1}. ${step}\n`).join('')}`;
}

const codexStep =
  'Codex runs hooks only after a person has looked at them, once in every worktree:\n     run `codex` here, trust the folder, type /hooks and approve the four of .codex/hooks.json';
