import { createRequire } from 'node:module';
import path from 'node:path';
import { isLight } from '#guardrails/light-kinds.ts';
import { type ParsingAhead, parseAhead } from '#guardrails/parse-ahead.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import type { HookRules } from '#kernel/records/hook-rules.ts';
import { findRepository } from '#platform/git/find-repository.ts';
import { type Engine, findEngine } from '#platform/install/find-engine.ts';
import { loadBundle } from '#platform/install/load-bundle.ts';
import { Spool } from '#platform/state/spool.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import type { HookCompiler, HookContext, HookEngine } from './hook/hook-engine.ts';
import { keepsQuiet } from './hook/keeps-quiet.ts';
import { type Edit, lookAtEdit } from './hook/look-at-edit.ts';
import { readHookRules, stampOf, writeHookRules } from './hook/rules-file.ts';

const silent: HookAnswer = { kind: 'silent' };

export interface HookDeps {
  env: Record<string, string | undefined>;
  /** Milliseconds since the Unix epoch. */
  now: number;
  /** The package that answers; by default the one that serves the repository. */
  engine?: Engine;
  /** Loads a half of the engine; by default the bundle of that name in the engine's `dist` folder. */
  load?: { engine(folder: string): Promise<HookEngine>; compiler(folder: string): Promise<HookCompiler> };
}

/**
 * What to say to an agent at a moment. Outside a repository with a harness, and where no engine is installed, it keeps
 * silent. A fault of ours never stops an agent: it goes to the spool, and the answer is silence, unless a guardrail
 * asked to fail closed.
 */
export async function answerHook(input: HookInput, deps: HookDeps): Promise<HookAnswer> {
  const repository = findRepository(input.cwd);
  const engine = deps.engine ?? (repository && findEngine(repository.root, deps.env));
  if (repository === undefined || engine === undefined) return silent;
  const call: Call = { input, deps, root: repository.root, engine, state: stateFolder(repository.commonDir, deps.env) };
  const spool = new Spool(call.state);
  let rules: HookRules | undefined;
  try {
    rules = readHookRules(call); // perhaps of yesterday's pages, but good enough to begin with
    const begun = rules && (await beginEdit(rules, call));
    const fresh = await freshRules(rules, call);
    if (fresh === undefined) return silent;
    const edit = fresh === rules ? begun?.edit : lookAtEdit(input, call.root, fresh.compiled.rules);
    rules = fresh;
    const context: HookContext = { repository, rules, spool, now: deps.now, edit, ahead: begun?.ahead };
    if (keepsQuiet(input, context)) return silent;
    const half = halfFor(edit);
    const loaded = begun?.loaded?.half === half ? begun.loaded : await loadHalf(half, call);
    const said = await loaded.answer(input, context);
    if (ranItsCourse(input, said)) loaded.keepCode?.();
    return said;
  } catch (error) {
    return answerFault(input, { error, spool, now: deps.now, rules });
  }
}

/** One call of the hook, and where its things are. */
interface Call {
  input: HookInput;
  deps: HookDeps;
  root: string;
  state: string;
  engine: Engine;
}

interface Begun {
  edit: Edit;
  loaded?: LoadedHalf;
  ahead?: ParsingAhead | undefined;
}

/** Sets off what an edit will need before it is known whether the pages have changed: most often they have not. */
async function beginEdit(rules: HookRules, call: Call): Promise<Begun | undefined> {
  const edit = lookAtEdit(call.input, call.root, rules.compiled.rules);
  if (edit === undefined || edit.rules.length === 0) return edit && { edit };
  const [[path, text] = ['', '']] = edit.texts;
  const ahead = parseAhead({ path, text }, edit.rules, call.engine.folder);
  return { edit, ahead, loaded: await loadHalf(halfFor(edit), call) };
}

/** Undefined where the repository has no harness. */
async function freshRules(kept: HookRules | undefined, { root, state, engine, deps }: Call): Promise<HookRules | undefined> {
  const stamp = stampOf(root, engine.stamp);
  if (stamp === undefined) return undefined;
  if (kept?.stamp === stamp) return kept;
  const fresh = (await loadCompiler(engine.folder, deps)).compileHookRules(root, stamp);
  writeHookRules(state, root, fresh);
  return fresh;
}

function answerFault(input: HookInput, fault: { error: unknown; spool: Spool; now: number; rules: HookRules | undefined }): HookAnswer {
  const message = fault.error instanceof Error ? `${fault.error.name}: ${fault.error.message}` : String(fault.error);
  try {
    fault.spool.append({ at: fault.now, session: input.session, agent: input.agent }, [
      { type: 'fault', moment: input.event, message: message.slice(0, 500) },
    ]);
  } catch {
    // a state folder that cannot be written must not stop an agent either
  }
  const closed =
    input.event === 'pre-tool' ? (fault.rules?.compiled.rules ?? []).find((rule) => failsClosedOn(rule, input.command)) : undefined;
  return closed === undefined
    ? silent
    : {
        kind: 'deny',
        reason: `Tackroom denied this command: it could not be judged, and [${closed.id}] says that such commands do not run. ${closed.message}`,
      };
}

function failsClosedOn(rule: HookRules['compiled']['rules'][number], command: string): boolean {
  return rule.check.kind === 'command' && rule.check.failClosed === true && rule.check.deny.some((deny) => command.includes(deny.program));
}

/** The small one for edits that light rules judge, the calls an agent waits for most often; the other knows everything. */
type Half = 'hook-edit.cjs' | 'hook-engine.cjs';

function halfFor(edit: Edit | undefined): Half {
  return edit?.rules.every(isLight) === true ? 'hook-edit.cjs' : 'hook-engine.cjs';
}

interface LoadedHalf extends HookEngine {
  half: Half;
  keepCode?(): void;
}

async function loadHalf(half: Half, { input, state, engine, deps }: Call): Promise<LoadedHalf> {
  if (deps.load !== undefined) return { half, ...(await deps.load.engine(engine.folder)) };
  const name = `${momentOf(input)}-${process.version}-${process.arch}`;
  const { exports, keepCode } = loadBundle(bundleIn(engine.folder, half), {
    file: path.join(state, 'code', `${half}-${name}`),
    stamp: engine.stamp,
  });
  return { half, ...exports, keepCode };
}

/** Calls of one moment use the same functions of the engine: what is compiled is kept for each apart. */
function momentOf(input: HookInput): string {
  return input.event === 'post-tool' ? `${input.event}-${input.wrote.kind}` : input.event;
}

/** Whether the call went all the way, so that the functions it used are those that the next one will need. */
function ranItsCourse(input: HookInput, said: HookAnswer): boolean {
  return said.kind !== 'silent' || input.event === 'pre-tool';
}

async function loadCompiler(folder: string, deps: HookDeps): Promise<HookCompiler> {
  const compiler: HookCompiler = deps.load === undefined ? load(bundleIn(folder, 'hook-compiler.cjs')) : await deps.load.compiler(folder);
  return compiler;
}

const load = createRequire(import.meta.url);

function bundleIn(folder: string, name: string): string {
  return path.join(folder, 'dist', name);
}
