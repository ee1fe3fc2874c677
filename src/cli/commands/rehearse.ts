import { flow } from '#app/flow.ts';
import type { RehearsalEvent } from '#kernel/records/rehearsal.ts';
import type { Register } from '../command.ts';
import { createColors } from '../render/colors.ts';
import { RehearsalView } from '../render/rehearsal-view.ts';
import { colorsFor } from '../terminal.ts';

export const registerRehearse: Register = (program, io, exit) => {
  program
    .command('rehearse')
    .summary('the whole loop on a sample project, offline, with a scripted model')
    .description(
      'Runs an agent with a scripted model through a sample project in a temporary folder, and shows what it was told, when, what that cost, and what it did about it. Nothing leaves this machine and nothing of yours is touched.',
    )
    .option('--once', 'end when the rehearsal is over (it does so anyway until there is a dashboard to keep up)')
    .option('--keep', 'leave the sample project in its temporary folder')
    .action(async (options: { keep?: boolean }) => {
      const view = new RehearsalView(createColors(colorsFor(io)), io.stdout.columns);
      const show = (event: RehearsalEvent) => {
        const text = view.render(event);
        if (text !== '') io.stdout.write(`${text}\n`);
      };
      const { rehearse } = await flow.rehearse();
      const summary = await rehearse(io.env, { show, keep: options.keep === true }, io.signal);
      if (summary.stuck > 0) exit(1);
    });
};
