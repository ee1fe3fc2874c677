import { Option } from 'commander';
import { createColors } from 'picocolors';
import { examine } from '#app/doctor.ts';
import { systemClock } from '#kernel/clock.ts';
import type { DoctorCheck, DoctorReport } from '#kernel/records/doctor-report.ts';
import type { Io, Register } from '../command.ts';

export const registerDoctor: Register = (program, io, exit) => {
  program
    .command('doctor')
    .description('prove each wire to the agents by sending a probe through it; say what is missing, with the fix')
    .addOption(new Option('--format <format>', 'how to print it').choices(['human', 'json']).default('human'))
    .action(async (options: { format: 'human' | 'json' }) => {
      const report = await examine({ cwd: io.cwd, env: io.env, clock: systemClock }, io.signal);
      io.stdout.write(options.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : render(report, io));
      if (!report.ok) exit(1);
    });
};

function render(report: DoctorReport, io: Io): string {
  const colors = createColors(io.stdout.isTTY && !io.env.NO_COLOR);
  const sign = {
    ok: colors.green('ok     '),
    missing: colors.red('missing'),
    broken: colors.red('broken '),
    note: colors.yellow('note   '),
  };
  const width = Math.max(...report.checks.map((check) => title(check).length));
  const lines = report.checks.map((check) => {
    const fix = check.fix === undefined ? '' : `\n${' '.repeat(width + 11)}→ ${check.fix}`;
    return `${sign[check.state]}  ${title(check).padEnd(width)}  ${check.message}${fix}`;
  });
  const bad = report.checks.filter((check) => check.state === 'missing' || check.state === 'broken').length;
  const end = bad === 0 ? 'All wires work.' : `${bad} of ${report.checks.length} need you.`;
  return `${report.root}\n${lines.join('\n')}\n${end}\n`;
}

function title(check: DoctorCheck): string {
  return `${check.subject} ${check.name}`;
}
