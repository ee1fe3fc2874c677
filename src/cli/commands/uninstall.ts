import { applyUninstall, findPackage, planUninstall, renderUninstall, type UninstallPlan } from '#app/uninstall.ts';
import { askToWrite, countFiles, type WriteOptions } from '../ask-to-write.ts';
import type { Io, Register } from '../command.ts';
import { colorsFor } from '../terminal.ts';

interface Options extends WriteOptions {
  state?: true;
}

export const registerUninstall: Register = (program, io, exit) => {
  program
    .command('uninstall')
    .description('take out of this repository what init wrote and nobody changed; what people wrote stays')
    .option('-y, --yes', 'write without asking')
    .option('-n, --dry-run', 'show the diff and write nothing')
    .option('--state', 'also remove what Tackroom recorded about this repository on this machine')
    .action(async (options: Options) => {
      const code = await uninstall(options, io);
      if (code !== 0) exit(code);
    });
};

async function uninstall(options: Options, io: Io): Promise<number> {
  const plan = planUninstall(io.cwd, io.env);
  const state = options.state === true && plan.state.length > 0;
  if (plan.changes.length === 0 && !state) {
    io.stdout.write(`Nothing of init is left to take out.\n${describeRest(plan, options)}${await describePackage(plan, io)}`);
    return 0;
  }
  const diff = plan.changes.length === 0 ? '' : `${renderUninstall(plan, { color: colorsFor(io) })}\n`;
  io.stdout.write(`${diff}${describeRest(plan, options)}`);
  const answer = await askToWrite(options, io, plan.changes.length);
  if (answer !== 'write') return answer;
  applyUninstall(plan, { state });
  io.stdout.write(
    `Done: ${countFiles(plan.changes.length)} changed or removed. Commit it to reach other clones.\n${await describePackage(plan, io)}`,
  );
  return 0;
}

async function describePackage(plan: UninstallPlan, io: Io): Promise<string> {
  const left = await findPackage(plan, io.env, io.signal);
  if (left === undefined) return '';
  const where = left.shared ? `for all your repositories, in ${left.where}` : `in ${left.where}`;
  return `The package itself is still there, ${where}. To remove it:\n     ${left.remove}\n`;
}

function describeRest(plan: UninstallPlan, options: Options): string {
  const kept = plan.kept.map((note) => `  ${note.path} ${note.reason}\n`).join('');
  const verb = options.state ? 'Goes as well' : 'Stays unless you pass --state';
  return `${kept === '' ? '' : `Stays:\n${kept}`}${plan.state.map((folder) => `${verb}: ${folder}\n`).join('')}`;
}
