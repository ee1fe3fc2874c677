import { type Command, Option } from 'commander';
import { flow } from '#app/flow.ts';
import type { GuardrailList } from '#kernel/records/guardrail-list.ts';
import type { SuppressionList } from '#kernel/records/suppression-list.ts';
import { asCalled } from '../as-called.ts';
import type { Io, Register } from '../command.ts';
import { renderGuardrailTest } from '../render/guardrail-test.ts';
import { printable } from '../render/printable.ts';
import { draftSteps, renderImport } from '../render/render-import.ts';
import { renderTable } from '../render/render-table.ts';
import { colorsFor } from '../terminal.ts';

type Format = 'human' | 'json';

const kinds = ['ast', 'text', 'structure', 'imports', 'command', 'stack', 'coverage', 'tool', 'script'] as const;

/** As pages name them; written out, since asking the schema would load it. */
const languages = [
  ...(['typescript', 'tsx', 'javascript', 'python', 'go', 'rust', 'java', 'ruby', 'csharp'] as const),
  ...(['kotlin', 'php', 'swift', 'scala', 'bash', 'yaml', 'json', 'html', 'css'] as const),
];

const formatOption = new Option('--format <format>', 'who reads it').choices(['human', 'json']).default('human');

export const registerGuardrail: Register = (program, io, exit) => {
  const guardrail = program.command('guardrail').description('write, import, prove and list guardrails');
  addTest(guardrail, io, exit);
  addNew(guardrail, io);
  addImport(guardrail, io);
  addList(guardrail, io, exit);
};

function addTest(guardrail: Command, io: Io, exit: (code: number) => void): void {
  guardrail
    .command('test')
    .description('run the examples of guardrails as tests, and name the parts of a rule that no example exercises')
    .argument('[ids...]', 'ids of guardrails; none: all')
    .option('--strict', 'fail on parts that no example exercises, too; exit code 2 where examples wait for a package')
    .addOption(formatOption)
    .action(async (ids: string[], options: { strict?: true; format: Format }) => {
      const { testGuardrails } = await flow.testGuardrails();
      const report = await testGuardrails({ cwd: io.cwd, ids }, io.signal);
      io.stdout.write(
        options.format === 'json'
          ? toJson(report)
          : renderGuardrailTest(report, { colors: colorsFor(io), strict: options.strict === true }),
      );
      const { failures, unexercised } = report.summary;
      if (failures > 0 || (options.strict === true && unexercised > 0)) exit(1);
      else if (options.strict === true && report.missing !== undefined) exit(2);
    });
}

function addNew(guardrail: Command, io: Io): void {
  guardrail
    .command('new')
    .description('write the first page of a guardrail: a small rule whose examples hold, to be made yours')
    .argument('<id>', 'lower-case words joined by hyphens, such as fetch-deadline')
    .addOption(new Option('--kind <kind>', 'how it looks for breaches').choices(kinds).default('ast'))
    .addOption(new Option('--language <language>', 'what an ast rule reads (default: "typescript")').choices(languages))
    .action(async (id: string, options: { kind: (typeof kinds)[number]; language?: (typeof languages)[number] }) => {
      const { newGuardrail } = await flow.newGuardrail();
      const { written, left } = newGuardrail({ cwd: io.cwd, id, ...options });
      const said = `Wrote ${written.join(' and ')}. Make its rule, words and examples yours, then prove it: tackroom guardrail test ${id}\nIt is not in force until its first paragraph says what goes wrong.\n${left === undefined ? '' : `${left.message}. ${left.fix}\n`}`;
      io.stdout.write(asCalled(said, io.call));
    });
}

function addImport(guardrail: Command, io: Io): void {
  guardrail
    .command('import')
    .description('make pages of the rules of ast-grep, ESLint (no-restricted-*) and dependency-cruiser; what is there is never overwritten')
    .argument('<path>', 'an sgconfig.yml, eslint.config.*, .eslintrc* or .dependency-cruiser.*, or a folder with one')
    .option('--dry-run', 'write nothing, only say what would come along')
    .addOption(formatOption)
    .action(async (path: string, options: { dryRun?: true; format: Format }) => {
      const { importGuardrails } = await flow.importGuardrails();
      const report = await importGuardrails({ cwd: io.cwd, path, dryRun: options.dryRun === true }, io.signal);
      io.stdout.write(options.format === 'json' ? toJson(report) : asCalled(renderImport(report), io.call));
    });
}

function addList(guardrail: Command, io: Io, exit: (code: number) => void): void {
  guardrail
    .command('list')
    .description('every guardrail with its priority, kind, how many files it looks at, and how many of its breaches the baseline accepts')
    .option('--suppressions', 'instead: every tackroom-allow comment with its reason, and how many findings it silences')
    .addOption(formatOption)
    .action(async (options: { format: Format; suppressions?: true }) => {
      if (options.suppressions) return writeSuppressions(options.format, io);
      const { listGuardrails } = await flow.listGuardrails();
      const list = await listGuardrails(io.cwd, io.signal);
      io.stdout.write(options.format === 'json' ? toJson(list) : asCalled(renderList(list), io.call));
      for (const { path, line, message } of list.mistakes) io.stderr.write(`tackroom: ${printable(`${path}:${line} ${message}`)}\n`);
      if (list.mistakes.length > 0) exit(2);
    });
}

async function writeSuppressions(format: Format, io: Io): Promise<void> {
  const { listSuppressions } = await flow.listSuppressions();
  const list = await listSuppressions(io.cwd, io.signal);
  io.stdout.write(format === 'json' ? toJson(list) : renderSuppressions(list));
}

function renderSuppressions({ suppressions }: SuppressionList): string {
  if (suppressions.length === 0) return 'Nothing is suppressed.\n';
  const rows = suppressions.map(({ guardrail, path, line, reason, findings }) => [
    guardrail,
    findings === 0 ? '0: take it out' : String(findings),
    printable(`${path}:${line}`),
    printable(reason),
  ]);
  return renderTable(['guardrail', 'silences', 'place', 'reason'], rows);
}

function renderList({ guardrails, drafts }: GuardrailList): string {
  const waiting = drafts.flatMap(({ page, needs }) => [`draft, not in force  ${page}`, ...needs.map((need) => `  ${need}`)]);
  const rest = waiting.length === 0 ? '' : `${waiting.map(printable).join('\n')}\n${draftSteps}\n`;
  return `${renderGuardrails(guardrails)}${rest}`;
}

function renderGuardrails(guardrails: GuardrailList['guardrails']): string {
  if (guardrails.length === 0) return 'There is no guardrail yet. Write one: tackroom guardrail new <id>\n';
  const rows = guardrails.map(({ id, priority, kind, files, accepted, page, sample }) => {
    const counts = files === null ? ['-', '-'] : [String(files), String(accepted)];
    return [id, priority, kind, ...counts, sample ? `${page} (a sample still, not in force)` : page];
  });
  return renderTable(['guardrail', 'priority', 'kind', 'files', 'accepted', 'page'], rows);
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
