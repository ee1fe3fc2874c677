import { monotonicMs } from '#kernel/clock.ts';
import { compareText } from '#kernel/compare-text.ts';
import { groupBy } from '#kernel/group-by.ts';
import { matchesGlobs } from '#kernel/matches-globs.ts';
import type { CompiledRule, CompiledRules } from '#kernel/records/compiled-rules.ts';
import { worstFirst } from '#kernel/worst-first.ts';
import { allowTrying } from '../ast/takes-too-long.ts';
import type { Allow } from '../findings/find-allows.ts';
import { SourceText } from '../findings/source-text.ts';
import type { Hit, KindRunners, ReportRunner, TreeContext, TreeRunner } from '../kind/check-kind.ts';
import { mayBreakRule } from '../may-break.ts';
import { CleanFiles, nothingFound } from './clean-files.ts';
import { Collector } from './collector.ts';
import { FaultLog } from './fault-log.ts';
import { type FileRule, fileBatches } from './file-batches.ts';
import { unreadNote } from './noting-tree.ts';
import { reportContext } from './report-context.ts';
import type { RunResult, Scope, SearchedFiles } from './run-result.ts';
import { syntaxNotes } from './syntax-notes.ts';
import { treePortions } from './tree-portions.ts';

/** A pause, with what is to be awaited before it goes on. */
export type Steps = Generator<Promise<void> | undefined, RunResult>;

/** Runs all rules of the kinds that `runners` has, and pauses after each file and each tree rule, so that the caller can stop or let others work. */
export function* runSteps(rules: CompiledRules, scope: Scope, runners: KindRunners): Steps {
  const run = new Run(rules, scope, runners);
  yield* run.checkFiles();
  yield* run.checkTrees();
  yield* run.checkReports();
  return run.result();
}

class Run {
  readonly #scope: Scope;
  readonly #known: ReadonlySet<string>;
  readonly #fileRules: FileRule[] = [];
  readonly #treeRules: { rule: CompiledRule; runner: TreeRunner }[] = [];
  readonly #reportRules: { rule: CompiledRule; runner: ReportRunner }[] = [];
  readonly #lasting: FileRule[];
  readonly #fleeting: FileRule[];
  /** Told only where files were searched ahead: a hook has none. */
  readonly #clean: CleanFiles | undefined;
  readonly #byGlobs = new Map<string, readonly string[]>();
  readonly #faults = new FaultLog();
  readonly #found: Collector;
  readonly #looked = new Set<string>();
  #late = false;
  /** Files that a rule was for when they were looked at. */
  #recalled: readonly string[] = [];
  /** Whether files were not looked at in their order. */
  #isMixed = false;

  constructor(rules: CompiledRules, scope: Scope, runners: KindRunners) {
    this.#scope = scope;
    allowTrying(scope.deadlineMs === undefined);
    this.#known = scope.known ?? new Set(rules.rules.map((rule) => rule.id));
    this.#found = new Collector(this.#known);
    for (const rule of rules.rules) {
      const ofKind = runners[rule.check.kind];
      const runner = ofKind?.byFile?.(rule) ?? ofKind;
      if (runner?.scope === 'file') this.#fileRules.push({ rule, runner });
      if (runner?.scope === 'tree') this.#treeRules.push({ rule, runner });
      if (runner?.scope === 'report') this.#reportRules.push({ rule, runner });
    }
    this.#lasting = this.#fileRules.filter(({ runner }) => runner.lasting === true);
    this.#fleeting = this.#fileRules.filter(({ runner }) => runner.lasting !== true);
    if (scope.searched !== undefined) this.#clean = new CleanFiles(this.#lasting, scope);
  }

  /** Those that are being searched come last. */
  *checkFiles(): Generator<Promise<void> | undefined> {
    const { searched } = this.#scope;
    const paths = this.#notRecalled();
    const later: string[] = [];
    for (const [index, path] of paths.entries()) {
      if (this.#isLate()) return this.#tellLate(`the time was over after ${index} of ${paths.length} files; the rest was not checked`);
      if (searched?.isPending(path) === true) later.push(path);
      else if (this.#checkFile(path)) yield;
    }
    this.#isMixed ||= later.length > 0;
    if (searched !== undefined) yield* this.#checkTold(later, searched);
  }

  /** Takes what is known of files, as far as no rule is to be run on them whatever is known. */
  #notRecalled(): readonly string[] {
    const { paths, recalled } = this.#scope;
    if (recalled === undefined || this.#fleeting.length > 0) return paths;
    for (const found of recalled.found) this.#found.add(found);
    this.#recalled = recalled.looked;
    this.#isMixed = true;
    return recalled.left;
  }

  /** In the order in which they are told of. */
  *#checkTold(paths: readonly string[], searched: SearchedFiles): Generator<Promise<void> | undefined> {
    let later = paths;
    while (later.length > 0) {
      const told = later.filter((path) => !searched.isPending(path));
      later = later.filter((path) => searched.isPending(path));
      if (told.length === 0) yield searched.next();
      for (const path of told) if (this.#checkFile(path)) yield;
    }
  }

  *checkTrees(): Generator<undefined> {
    const { whole } = this.#scope;
    for (const { rule, runner } of this.#treeRules) {
      const inScope = this.#pathsFor(rule);
      if (inScope.length === 0 && !whole) continue;
      for (const [index, portion] of treePortions(inScope, runner).entries()) {
        if (this.#isLate()) return this.#tellLate(`the time was over at ${rule.id}; what comes after was not checked`);
        if (this.#faults.hasGivenUp(rule.id)) break;
        this.#checkTree(rule, runner, { paths: portion, whole: whole && index === 0 });
        yield;
      }
    }
  }

  /** Rules mostly share their globs. */
  #pathsFor({ files }: CompiledRule): readonly string[] {
    const globs = JSON.stringify(files);
    const known = this.#byGlobs.get(globs);
    if (known !== undefined) return known;
    const paths = this.#scope.paths.filter((path) => matchesGlobs(files, path));
    for (const path of paths) {
      if (this.#scope.everyAllow === true && !this.#looked.has(path)) this.#found.readAllows(path, this.#scope.tree.read(path) ?? '');
      this.#looked.add(path);
    }
    this.#byGlobs.set(globs, paths);
    return paths;
  }

  *checkReports(): Generator<undefined> {
    for (const { rule, runner } of this.#reportRules) {
      const report = this.#scope.reports?.get(rule.id);
      const context = reportContext(rule, this.#scope);
      for (const path of context.paths) this.#looked.add(path);
      if (report === undefined) continue;
      this.#guard([rule], () => {
        const { hits, notes } = runner.checkReport(rule, report, context);
        this.#keepTreeHits(rule, hits);
        for (const message of notes) this.#found.note({ about: 'report', path: rule.page, line: 1, message });
      });
      yield;
    }
  }

  #checkTree(rule: CompiledRule, runner: TreeRunner, about: Pick<TreeContext, 'paths' | 'whole'>): void {
    const { deadlineMs, root, tree } = this.#scope;
    const context = {
      ...about,
      tree,
      ...(root === undefined ? {} : { root }),
      ...(deadlineMs === undefined ? {} : { deadlineMs }),
    };
    this.#guard([rule], () => this.#keepTreeHits(rule, runner.checkTree(rule, context)));
  }

  result(): RunResult {
    const { findings, ...rest } = this.#found.all();
    if (this.#isMixed) sortByPath(rest);
    return { findings: worstFirst(findings), ...rest, files: this.#countLooked(), faults: this.#faults.list() };
  }

  /** A file was known or looked at, and rules of other kinds may look at both. */
  #countLooked(): number {
    const others = this.#treeRules.length + this.#reportRules.length;
    return others === 0 ? this.#recalled.length + this.#looked.size : new Set([...this.#recalled, ...this.#looked]).size;
  }

  /** Whether there was anything to do. */
  #checkFile(path: string): boolean {
    const { memory } = this.#scope;
    if (memory === undefined) return this.#runOn(path, this.#fileRules, this.#found);
    const known = memory.file(path);
    if (known?.looked === true) this.#looked.add(path);
    const looked = known === undefined && this.#checkLasting(path);
    if (known !== undefined) this.#found.add(known);
    return (this.#fleeting.length > 0 && this.#runOn(path, this.#fleeting, this.#found)) || looked;
  }

  /** What was found is remembered unless a rule failed. */
  #checkLasting(path: string): boolean {
    if (this.#faults.count === 0 && this.#clean?.has(path) === true) {
      this.#looked.add(path);
      this.#scope.memory?.keepFile(path, nothingFound);
      return false;
    }
    const found = new Collector(this.#known);
    const faults = this.#faults.count;
    const looked = this.#runOn(path, this.#lasting, found);
    const { replacements, ...rest } = found.all();
    const all = { ...rest, replacements: [...replacements] };
    this.#found.add(all);
    if (this.#faults.count === faults && !this.#lasting.some(({ rule }) => this.#faults.hasGivenUp(rule.id)))
      this.#scope.memory?.keepFile(path, { ...all, looked });
    return looked;
  }

  #runOn(path: string, rules: readonly FileRule[], found: Collector): boolean {
    const here = rules.filter(({ rule }) => matchesGlobs(rule.files, path) && !this.#faults.hasGivenUp(rule.id));
    if (here.length === 0) return false;
    this.#looked.add(path);
    const searched = this.#scope.searched?.get(path);
    const isLeft = ({ rule }: FileRule) =>
      rule.check.kind === 'ast' ? searched?.open.has(rule.id) !== false : this.#scope.quiet?.has(rule, path) !== true;
    const left = searched === undefined ? here : here.filter(isLeft);
    const isRead = searched === undefined || searched.allows || searched.lost || left.length > 0;
    const text = isRead ? this.#read(path, found) : undefined;
    if (isRead ? text === undefined : searched.hits.size === 0) return true;
    const file = { source: new SourceText(text ?? ''), allows: text === undefined ? [] : found.readAllows(path, text) };
    if (searched !== undefined && searched.hits.size > 0)
      for (const { rule } of here) found.keep(rule, searched.hits.get(rule.id) ?? [], file);
    if (text !== undefined) this.#search({ path, text }, left, { found, file, lost: searched?.lost });
    return true;
  }

  #search(
    { path, text }: { path: string; text: string },
    rules: readonly FileRule[],
    { found, file, lost }: { found: Collector; file: FileFacts; lost: boolean | undefined },
  ): void {
    const asked = rules.filter(({ rule }) => (lost !== undefined && rule.check.kind === 'ast') || mayBreakRule(rule, text));
    for (const { runner, rules: batch } of fileBatches(asked)) {
      this.#guard(batch, (some) => {
        for (const { rule, hits } of runner.checkFile(some, { path, text })) found.keep(rule, hits, file);
      });
    }
    if (this.#scope.noteSyntax !== true) return;
    for (const note of syntaxNotes({ path, text }, { asked: asked.map(({ rule }) => rule), lost })) found.note(note);
  }

  /** Runs rules together; if that fails, one by one, so that a bad rule takes no other down with it. */
  #guard(rules: readonly CompiledRule[], work: (rules: readonly CompiledRule[]) => void): void {
    try {
      work(rules);
    } catch (error) {
      const [only] = rules;
      if (rules.length === 1 && only !== undefined) this.#faults.add(only.id, error);
      else for (const rule of rules) this.#guard([rule], work);
    }
  }

  #keepTreeHits(rule: CompiledRule, hits: readonly Hit[]): void {
    for (const [path, group] of groupBy(hits, (hit) => hit.path)) {
      const text = this.#scope.tree.read(path);
      const source = text === undefined ? undefined : new SourceText(text);
      this.#found.keep(rule, group, { source, allows: text === undefined ? [] : this.#found.readAllows(path, text) });
    }
  }

  #read(path: string, found: Collector): string | undefined {
    const text = this.#scope.tree.read(path);
    const note = text === undefined ? unreadNote(this.#scope.tree, path) : undefined;
    if (note !== undefined) found.note(note);
    return text;
  }

  /** Once: everything after the first thing left out is left out too. */
  #tellLate(message: string): void {
    if (!this.#late) this.#faults.add('*', new Error(message));
    this.#late = true;
  }

  #isLate(): boolean {
    return this.#scope.deadlineMs !== undefined && monotonicMs() > this.#scope.deadlineMs;
  }
}

/** What was found in one file keeps its order. */
function sortByPath({ allows, notes, suppressed }: Pick<RunResult, 'allows' | 'notes' | 'suppressed'>): void {
  allows.sort((a, b) => compareText(a.path, b.path));
  notes.sort((a, b) => compareText(a.path, b.path));
  suppressed.sort((a, b) => compareText(a.finding.path, b.finding.path));
}

interface FileFacts {
  source: SourceText;
  allows: readonly Allow[];
}
