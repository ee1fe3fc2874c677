import { adapters } from '#agents/adapters.ts';
import type { HookAgent } from '#kernel/records/hook.ts';
import { loadHarness } from '#pages/load-harness.ts';
import { isFolder, readInside } from '#platform/files/read-inside.ts';
import { ignoredPaths } from '#platform/git/ignored-paths.ts';
import { listFiles } from '#platform/git/run-git.ts';
import { findEngine } from '#platform/install/find-engine.ts';
import { findOwnPackage } from '#platform/install/own-package.ts';
import { findImportableRules, type ImportableRules, type ImportSummary, planImport } from './import-rules/plan-import.ts';
import { addAgents } from './setup/add-agents.ts';
import { applyChanges } from './setup/apply-changes.ts';
import { brokenPages } from './setup/broken-pages.ts';
import { chooseStarters, type StarterChoice } from './setup/choose-starters.ts';
import { type ClaudeFile, claudeFiles, readClaudeFile } from './setup/claude-file.ts';
import { detectProject, type Project } from './setup/detect-project.ts';
import type { FileChange, Note } from './setup/file-change.ts';
import { type Forecast, forecastFindings } from './setup/forecast-findings.ts';
import { emptyHomes, findHomes, homesElsewhere } from './setup/homes.ts';
import { initRecordPath } from './setup/init-record.ts';
import { installBeside } from './setup/install-beside.ts';
import { stackFiles } from './setup/language-stacks.ts';
import { mcpCommand } from './setup/mcp-command.ts';
import { codexMcpSnippet } from './setup/mcp-wirings.ts';
import { nameAgents } from './setup/name-agents.ts';
import { type PackageCommands, packageCommands } from './setup/package-commands.ts';
import { plannedPages } from './setup/planned-pages.ts';
import { renderChanges } from './setup/render-changes.ts';
import { renderHub } from './setup/render-hub.ts';
import { requireRepository } from './setup/require-repository.ts';
import { SetupPlan } from './setup/setup-plan.ts';
import { readShipped, readStarters, type StarterFile, type StarterGuardrail } from './setup/starter-files.ts';
import { type ChangeSummary, summarizeChange } from './setup/summarize-change.ts';
import { wantedGrammars } from './setup/wanted-grammars.ts';
import { wantedMcp } from './setup/wanted-mcp.ts';
import { chooseAgents, type WiredAgent, wiredAgents } from './setup/wired-agents.ts';

export type { Forecast } from './setup/forecast-findings.ts';
export type { ChangeSummary } from './setup/summarize-change.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What `init` would do to a repository, before anything is written. */
export interface InitPlan {
  /** Real path of the worktree. */
  root: string;
  project: Project;
  commands: PackageCommands;
  changes: FileChange[];
  /** Titles of the agents that are wired. */
  wired: string[];
  /** What a person adds to the configuration of Codex, where the MCP server is wanted. */
  codexMcp?: string;
  /** Whether CLAUDE.md, where there is one, sends Claude Code to AGENTS.md. */
  claudeFile: ClaudeFile;
  /** Whether the hooks find an engine already. */
  hasEngine: boolean;
  /** What has to be installed besides the engine, so that all guardrails run: grammars of their languages. */
  grammars: string[];
  /** The command that installs what is missing, engine or grammars; absent where nothing is. */
  install?: string;
  /** What stays as it is although `init` would have had something for it. */
  notes: Note[];
  /** Whether `init` was never run here. */
  isFirst: boolean;
  /** Files with rules for agents that no page says yet, and how many rules and texts that would be. */
  importable: { sources: string[]; pieces: number };
  /** What becomes of them, where the plan imports them. */
  imported?: ImportSummary;
  /** Guardrails that are shipped, have something to look at here, and are neither chosen nor there. */
  offered: Pick<StarterGuardrail, 'id' | 'title' | 'priority'>[];
}

export interface InitRequest {
  /** A folder of the repository. */
  cwd: string;
  env: Environment;
  /** Default: `default`. */
  guardrails?: StarterChoice;
  /** Whether rules in the files of other agents become pages to be sorted. Default: they do not. */
  importRules?: boolean;
  /** Whether agents get our MCP server. */
  mcp?: boolean;
  /** The agents that the settings are to name; absent: as they stand. */
  agents?: readonly HookAgent[];
}

/** Looks at the repository around a folder and says what is missing in it; writes nothing. */
export async function planInit(
  { cwd, env, guardrails = 'default', mcp = false, agents, importRules = false }: InitRequest,
  signal?: AbortSignal,
): Promise<InitPlan> {
  const { root } = requireRepository(cwd);
  const own = findOwnPackage(import.meta.url);
  const files = (await listFiles(root, signal)).filter((file) => !isOurs(file));
  const project = detectProject(root, files, env);
  const commands = packageCommands(project, env);
  const setup = new SetupPlan(root, own.version);
  const shipped = readStarters(own.folder);
  const starters = chooseStarters(shipped, guardrails, [...stackFiles(files, project.stack), ...expectedFiles(project)]);
  const homes = findHomes(root, files);
  const wired = agents === undefined ? wiredAgents(root) : chooseAgents(root, agents);
  // In Tackroom's own checkout the hook and the pages are sources: the record must neither go stale with each edit nor remove them.
  if (root !== own.folder) addPages(setup, { pages: [...starters.files, ...emptyHomes(root, homes, shipped.homes)], wired, agents });
  if (agents !== undefined) setup.changeFile(settingsPath, (text) => nameAgents(text, agents));
  const exists = (folder: string) => isFolder(root, folder) || setup.writesInto(folder);
  setup.addSection('AGENTS.md', renderHub(readShipped(own.folder, 'starter/AGENTS.section.md'), commands.call, { homes, exists }));
  addAgents(setup, wired, { root, packageFolder: own.folder });
  const command = mcpCommand(commands.call);
  if (mcp) for (const file of wantedMcp(root)) setup.addMcpServer(file, command);
  setup.addLine('.gitignore', '.tackroom/');
  const importable = findImportableRules(root, files, setup.imported);
  const imported = importRules ? addImport(setup, files, importable) : undefined;
  const changes = setup.finish();
  const ignored = await ignoredPaths(
    root,
    changes.map((change) => change.path),
    signal,
  );
  const notes = [
    ...setup.notes,
    ...homesElsewhere(homes),
    ...(imported === undefined ? [] : importable.left),
    ...brokenPages(root, changes),
    ...ignored.map((path) => ({ path, reason: 'is ignored by git: it will not reach other clones and worktrees' })),
  ];
  const engine = findEngine(root, env);
  const hasEngine = engine !== undefined;
  const grammars = wantedGrammars([...loadHarness(root, { only: 'guardrails' }).guardrails, ...plannedPages(changes)], hasEngine);
  const install = installCommand({ root, engine: engine?.folder, commands, grammars });
  return {
    hasEngine,
    grammars,
    isFirst: setup.isFirst,
    importable: { sources: importable.sources.map((source) => source.path), pieces: importable.units.length },
    ...(imported === undefined ? {} : { imported }),
    ...(install === undefined ? {} : { install }),
    root,
    project,
    commands,
    changes,
    wired: wired.map(({ adapter }) => adapter.wiring.title),
    ...(mcp ? { codexMcp: codexMcpSnippet(command) } : {}),
    claudeFile: readClaudeFile(root),
    notes,
    offered: root === own.folder ? [] : starters.offered.filter(({ file }) => readInside(root, file.path) === undefined),
  };
}

function addImport(setup: SetupPlan, files: readonly string[], importable: ImportableRules): ImportSummary | undefined {
  if (importable.units.length === 0) return undefined;
  const made = planImport(setup.root, { files, written: setup.written }, importable);
  for (const file of made.files) setup.addFile(file);
  setup.addImported(made.keys);
  return made.summary;
}

function addPages(
  setup: SetupPlan,
  { pages, wired, agents }: { pages: readonly StarterFile[]; wired: readonly WiredAgent[]; agents: readonly HookAgent[] | undefined },
): void {
  const names = wired.map(({ adapter }) => adapter.wiring.agent);
  for (const file of [...pages, ...claudeFiles(setup.root, names)]) setup.addFile(agents === undefined ? file : naming(agents, file));
}

/** What `init` itself writes tells nothing of the project. */
function isOurs(file: string): boolean {
  return file.startsWith('harness/') || adapters.some(({ files }) => files.some(({ path }) => path === file));
}

const settingsPath = 'harness/harness.yaml';

function naming(agents: readonly HookAgent[], file: StarterFile): StarterFile {
  return file.path === settingsPath ? { ...file, text: nameAgents(file.text, agents) } : file;
}

/** Grammars belong beside the engine that is there; where none is, both come in one. */
function installCommand(about: {
  root: string;
  engine: string | undefined;
  commands: PackageCommands;
  grammars: readonly string[];
}): string | undefined {
  const { root, engine, commands, grammars } = about;
  if (engine === undefined) return commands.install.replace(/tackroom$/, ['tackroom', ...grammars].join(' '));
  return grammars.length === 0 ? undefined : installBeside(grammars, root, engine);
}

/** What the repository will hold even if it does not yet: what `init` writes, and the first files of its language. */
function expectedFiles(project: Project): string[] {
  return ['AGENTS.md', ...(project.languages.includes('TypeScript') ? ['src/index.ts', 'src/index.test.ts'] : [])];
}

/** Writes the plan, all of it or nothing. */
export function applyInit(plan: InitPlan): void {
  applyChanges(plan.root, plan.changes);
}

/** The plan as a unified diff: `full` with the text of new files, else of those alone that are there and change. */
export function renderInit(plan: InitPlan, options: { color: boolean; full: boolean }): string {
  return renderChanges(options.full ? plan.changes : plan.changes.filter(isEdit), options);
}

/** What each file gets, in numbers. */
export function summarizeInit(plan: InitPlan): ChangeSummary[] {
  return plan.changes.map(summarizeChange);
}

/** What the guardrails find today, where the plan brings some; a harness with a mistake is an error. */
export async function forecastInit(
  { root, changes }: InitPlan,
  onFile: (about: { done: number; total: number }) => void,
  signal?: AbortSignal,
): Promise<Forecast | undefined> {
  const bringsSome = changes.some(({ path, before }) => path.startsWith('harness/guardrails/') && before === undefined);
  return bringsSome ? await forecastFindings({ root, changes, onFile }, signal) : undefined;
}

/** Our own record is nobody's reading. */
function isEdit({ path, before }: FileChange): boolean {
  return before !== undefined && path !== initRecordPath;
}
