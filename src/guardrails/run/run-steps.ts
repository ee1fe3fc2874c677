import { monotonicMs } from '#kernel/clock.ts';
import { findingKey } from '#kernel/finding-key.ts';
import type { CompiledRule, CompiledRules } from '#kernel/records/compiled-rules.ts';
import type { Finding } from '#kernel/records/finding.ts';
import { worstFirst } from '#kernel/worst-first.ts';
import { applyAllows } from '../findings/apply-allows.ts';
import { type Allow, findAllows } from '../findings/find-allows.ts';
import { SourceText } from '../findings/source-text.ts';
import { bySpan, toFindings } from '../findings/to-findings.ts';
import type { FileRunner, Hit, KindRunners, ReportRunner, TreeContext, TreeRunner } from '../kind/check-kind.ts';
import { matchesGlobs, mayBreakRule } from '../may-break.ts';
import type { Tree } from '../tree.ts';
import { FaultLog } from './fault-log.ts';
import { reportContext } from './report-context.ts';
import type { AllowComment, Note, Remembered, RunResult, Scope, Suppression } from './run-result.ts';
import { syntaxNotes } from './syntax-notes.ts';

/** Runs all rules of the kinds that `runners` has, and pauses after each file and each tree rule, so that the caller can stop or let others work. */
export function* runSteps(rules: CompiledRules, scope: Scope, runners: KindRunners): Generator<void, RunResult> {
  const run = new Run(rules, scope, runners);
  yield* run.checkFiles();
  yield* run.checkTrees();
  yield* run.checkReports();
  return run.result();
}

interface FileRule {
  rule: CompiledRule;
  runner: FileRunner;
}

/** Rules that share work go together, the others alone. */
function batches(rules: readonly FileRule[]): { runner: FileRunner; rules: CompiledRule[] }[] {
  const shared = new Map<FileRunner, CompiledRule[]>();
  const alone: { runner: FileRunner; rules: CompiledRule[] }[] = [];
  for (const { rule, runner } of rules) {
    if (runner.together === true) shared.set(runner, [...(shared.get(runner) ?? []), rule]);
    else alone.push({ runner, rules: [rule] });
  }
  return [...[...shared].map(([runner, group]) => ({ runner, rules: group })), ...alone];
}

const portionSize = 20;

/** At least one, though empty: something may be missing from the whole. */
function portions(paths: readonly string[], runner: TreeRunner): (readonly string[])[] {
  if (runner.inPortions !== true || paths.length === 0) return [paths];
  return Array.from({ length: Math.ceil(paths.length / portionSize) }, (_, index) =>
    paths.slice(index * portionSize, (index + 1) * portionSize),
  );
}

/** A comment is read again for each rule that finds something in its file, and told of once. */
function noteKey({ about, line, message, path }: Note): string {
  return `${path}:${about === 'syntax' ? about : line}:${message}`;
}

class Run {
  readonly #scope: Scope;
  /** The same for all rules: what they read of it is kept by it. */
  readonly #tree: Tree;
  readonly #known: ReadonlySet<string>;
  readonly #fileRules: FileRule[] = [];
  readonly #treeRules: { rule: CompiledRule; runner: TreeRunner }[] = [];
  readonly #reportRules: { rule: CompiledRule; runner: ReportRunner }[] = [];
  readonly #faults = new FaultLog();
  readonly #findings: Finding[] = [];
  readonly #suppressed: Suppression[] = [];
  readonly #allows = new Map<string, AllowComment>();
  readonly #notes = new Map<string, Note>();
  readonly #lasting: FileRule[];
  readonly #fleeting: FileRule[];
  readonly #replacements = new Map<string, string>();
  readonly #looked = new Set<string>();
  #late = false;

  constructor(rules: CompiledRules, scope: Scope, runners: KindRunners) {
    this.#scope = scope;
    this.#tree = { ...scope.tree, read: (path) => this.#read(path) };
    this.#known = scope.known ?? new Set(rules.rules.map((rule) => rule.id));
    for (const rule of rules.rules) {
      const ofKind = runners[rule.check.kind];
      const runner = ofKind?.byFile?.(rule) ?? ofKind;
      if (runner?.scope === 'file') this.#fileRules.push({ rule, runner });
      if (runner?.scope === 'tree') this.#treeRules.push({ rule, runner });
      if (runner?.scope === 'report') this.#reportRules.push({ rule, runner });
    }
    this.#lasting = this.#fileRules.filter(({ runner }) => runner.lasting === true);
    this.#fleeting = this.#fileRules.filter(({ runner }) => runner.lasting !== true);
  }

  *checkFiles(): Generator<void> {
    for (const [index, path] of this.#scope.paths.entries()) {
      if (this.#isLate()) {
        return this.#tellLate(`the time was over after ${index} of ${this.#scope.paths.length} files; the rest was not checked`);
      }
      if (this.#checkFile(path)) yield;
    }
  }

  *checkTrees(): Generator<void> {
    const { paths, whole } = this.#scope;
    for (const { rule, runner } of this.#treeRules) {
      const inScope = paths.filter((path) => matchesGlobs(rule.files, path));
      for (const path of inScope) this.#looked.add(path);
      if (inScope.length === 0 && !whole) continue;
      for (const [index, portion] of portions(inScope, runner).entries()) {
        if (this.#isLate()) return this.#tellLate(`the time was over at ${rule.id}; what comes after was not checked`);
        if (this.#faults.hasGivenUp(rule.id)) break;
        this.#checkTree(rule, runner, { paths: portion, whole: whole && index === 0 });
        yield;
      }
    }
  }

  *checkReports(): Generator<void> {
    for (const { rule, runner } of this.#reportRules) {
      const report = this.#scope.reports?.get(rule.id);
      const context = reportContext(rule, this.#scope);
      for (const path of context.paths) this.#looked.add(path);
      if (report === undefined) continue;
      this.#guard([rule], () => {
        const { hits, notes } = runner.checkReport(rule, report, context);
        this.#keepTreeHits(rule, hits);
        for (const message of notes) this.#notes.set(`${rule.id}:${message}`, { about: 'report', path: rule.page, line: 1, message });
      });
      yield;
    }
  }

  #checkTree(rule: CompiledRule, runner: TreeRunner, about: Pick<TreeContext, 'paths' | 'whole'>): void {
    const { deadlineMs, root } = this.#scope;
    const context = {
      ...about,
      tree: this.#tree,
      ...(root === undefined ? {} : { root }),
      ...(deadlineMs === undefined ? {} : { deadlineMs }),
    };
    this.#guard([rule], () => this.#keepTreeHits(rule, runner.checkTree(rule, context)));
  }

  result(): RunResult {
    return {
      findings: this.#findings.sort(worstFirst),
      suppressed: this.#suppressed,
      allows: [...this.#allows.values()],
      notes: [...this.#notes.values()],
      files: this.#looked.size,
      faults: this.#faults.list(),
      replacements: this.#replacements,
    };
  }

  /** Whether there was anything to do. */
  #checkFile(path: string): boolean {
    const { memory } = this.#scope;
    if (memory === undefined) return this.#runOn(path, this.#fileRules);
    const known = memory.file(path);
    if (known !== undefined) {
      this.#recall(path, known);
      return this.#fleeting.length > 0 && this.#runOn(path, this.#fleeting);
    }
    const before = {
      findings: this.#findings.length,
      suppressed: this.#suppressed.length,
      allows: this.#allows.size,
      notes: this.#notes.size,
      replacements: this.#replacements.size,
    };
    const faults = this.#faults.count;
    const looked = this.#runOn(path, this.#lasting);
    if (this.#faults.count === faults && !this.#lasting.some(({ rule }) => this.#faults.hasGivenUp(rule.id))) {
      memory.keepFile(path, {
        findings: this.#findings.slice(before.findings),
        suppressed: this.#suppressed.slice(before.suppressed),
        allows: [...this.#allows.values()].slice(before.allows),
        notes: [...this.#notes.values()].slice(before.notes),
        replacements: [...this.#replacements].slice(before.replacements),
        looked,
      });
    }
    return (this.#fleeting.length > 0 && this.#runOn(path, this.#fleeting)) || looked;
  }

  #recall(path: string, { allows, findings, looked, notes, replacements, suppressed }: Remembered): void {
    if (looked) this.#looked.add(path);
    // Not as arguments: a generated file can hold more breaches than a call may take.
    for (const finding of findings) this.#findings.push(finding);
    for (const one of suppressed) this.#suppressed.push(one);
    for (const allow of allows) this.#allow(allow);
    for (const [key, replacement] of replacements) this.#replacements.set(key, replacement);
    for (const note of notes) this.#notes.set(noteKey(note), note);
  }

  #runOn(path: string, rules: readonly FileRule[]): boolean {
    const here = rules.filter(({ rule }) => matchesGlobs(rule.files, path) && !this.#faults.hasGivenUp(rule.id));
    if (here.length === 0) return false;
    this.#looked.add(path);
    const text = this.#read(path);
    if (text === undefined) return true;
    const source = new SourceText(text);
    const allows = this.#readAllows(path, text);
    const pairs = this.#scope.pairs?.get(path);
    const asked = here.filter(({ rule }) =>
      pairs !== undefined && rule.check.kind === 'ast' ? pairs.rules.has(rule.id) : mayBreakRule(rule, text),
    );
    for (const { runner, rules } of batches(asked)) {
      this.#guard(rules, (some) => {
        for (const { rule, hits } of runner.checkFile(some, { path, text })) this.#keep(rule, hits, { source, allows });
      });
    }
    if (this.#scope.noteSyntax === true)
      for (const note of syntaxNotes({ path, text }, { asked: asked.map(({ rule }) => rule), lost: pairs?.lost })) this.#note(note);
    return true;
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
    for (const path of new Set(hits.map((hit) => hit.path))) {
      const group = hits.filter((hit) => hit.path === path);
      const text = this.#scope.tree.read(path);
      this.#keep(
        rule,
        group,
        text === undefined ? { source: undefined, allows: [] } : { source: new SourceText(text), allows: this.#readAllows(path, text) },
      );
    }
  }

  #keep(rule: CompiledRule, hits: readonly Hit[], file: { source: SourceText | undefined; allows: readonly Allow[] }): void {
    if (hits.length === 0) return;
    const found = toFindings(rule, hits, file.source);
    this.#keepReplacements(found, hits);
    const { findings, suppressed } = applyAllows(found, file.allows);
    for (const finding of findings) this.#findings.push(finding);
    for (const one of suppressed) this.#suppressed.push(one);
  }

  #keepReplacements(findings: readonly Finding[], hits: readonly Hit[]): void {
    if (hits.every(({ replacement }) => replacement === undefined)) return;
    const sorted = [...hits].sort(bySpan);
    for (const [index, finding] of findings.entries()) {
      const replacement = sorted[index]?.replacement;
      if (replacement !== undefined) this.#replacements.set(findingKey(finding), replacement);
    }
  }

  #readAllows(path: string, text: string): Allow[] {
    const allows = findAllows(text);
    for (const allow of allows) {
      const message = this.#whyVoid(allow);
      if (message === undefined) this.#allow({ path, ...allow });
      else this.#note({ about: 'suppression', path, line: allow.line, message });
    }
    return allows;
  }

  #allow(allow: AllowComment): void {
    this.#allows.set(`${allow.path}:${allow.line}:${allow.guardrail}`, allow);
  }

  /** A file that should be text and cannot be had must not pass for one without breaches. */
  #read(path: string): string | undefined {
    const text = this.#scope.tree.read(path);
    const why = text === undefined ? this.#scope.tree.whyUnread?.(path) : undefined;
    if (why !== undefined) this.#note({ about: 'syntax', path, line: 1, message: `not checked: ${why}` });
    return text;
  }

  #note(note: Note): void {
    this.#notes.set(noteKey(note), note);
  }

  #whyVoid(allow: Allow): string | undefined {
    if (!this.#known.has(allow.guardrail)) return `tackroom-allow names "${allow.guardrail}", and no such guardrail runs here`;
    if (allow.reason === '')
      return `tackroom-allow ${allow.guardrail} gives no reason, so it allows nothing. Write: tackroom-allow ${allow.guardrail}: <reason>`;
    return undefined;
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
