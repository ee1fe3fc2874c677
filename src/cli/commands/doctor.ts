import { Option } from 'commander';
import { examine } from '#app/doctor.ts';
import { systemClock } from '#kernel/clock.ts';
import type { DoctorCheck, DoctorReport } from '#kernel/records/doctor-report.ts';
import { asCalled } from '../as-called.ts';
import type { Io, Register } from '../command.ts';
import { createColors } from '../render/colors.ts';
import { hang } from '../render/hang.ts';
import { printable } from '../render/printable.ts';
import { colorsFor } from '../terminal.ts';

export const registerDoctor: Register = (program, io, exit) => {
  program
    .command('doctor')
    .description('prove each wire to the agents by sending a probe through it; say what is missing, with the fix')
    .addOption(new Option('--format <format>', 'how to print it').choices(['human', 'json']).default('human'))
    .action(async (options: { format: 'human' | 'json' }) => {
      const report = await examine({ cwd: io.cwd, env: io.env, clock: systemClock }, io.signal);
      io.stdout.write(options.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : asCalled(render(report, io), io.call));
      if (!report.ok) exit(1);
    });
};

function render(report: DoctorReport, io: Io): string {
  const colors = createColors(colorsFor(io));
  const sign = {
    ok: colors.green('ok     '),
    missing: colors.red('missing'),
    broken: colors.red('broken '),
    note: colors.yellow('note   '),
  };
  const width = Math.max(...report.checks.map((check) => title(check).length));
  const left = width + 'missing    '.length;
  const lines = report.checks.map((check) => {
    const fix = check.fix === undefined ? '' : `\n${' '.repeat(left)}→ ${hang(printable(check.fix), left + 2, io.stdout.columns)}`;
    return `${sign[check.state]}  ${title(check).padEnd(width)}  ${hang(printable(check.message), left, io.stdout.columns)}${fix}`;
  });
  const bad = report.checks.filter((check) => check.state === 'missing' || check.state === 'broken').length;
  const end = bad === 0 ? 'All wires work.' : `${bad} of ${report.checks.length} need you.`;
  return `${report.root}\n${lines.join('\n')}\n${end}\n`;
}

function title(check: DoctorCheck): string {
  return `${check.subject} ${check.name}`;
}
