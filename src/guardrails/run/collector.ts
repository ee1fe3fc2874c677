import { findingKey } from '#kernel/finding-key.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Finding } from '#kernel/records/finding.ts';
import { applyAllows } from '../findings/apply-allows.ts';
import { type Allow, findAllows } from '../findings/find-allows.ts';
import type { SourceText } from '../findings/source-text.ts';
import { bySpan, toFindings } from '../findings/to-findings.ts';
import type { Hit } from '../kind/check-kind.ts';
import type { AllowComment, Note, Remembered, RunResult, Suppression } from './run-result.ts';

/** What a run, or the run over one file, has to say so far. */
export class Collector {
  readonly #known: ReadonlySet<string>;
  readonly #findings: Finding[] = [];
  readonly #suppressed: Suppression[] = [];
  readonly #allows = new Map<string, AllowComment>();
  readonly #notes = new Map<string, Note>();
  readonly #replacements = new Map<string, string>();

  /** `known`: the ids that a suppression may name. */
  constructor(known: ReadonlySet<string>) {
    this.#known = known;
  }

  keep(rule: CompiledRule, hits: readonly Hit[], file: { source: SourceText | undefined; allows: readonly Allow[] }): void {
    if (hits.length === 0) return;
    const found = toFindings(rule, hits, file.source);
    this.#keepReplacements(found, hits);
    const { findings, suppressed } = applyAllows(found, file.allows);
    for (const finding of findings) this.#findings.push(finding);
    for (const suppression of suppressed) this.#suppressed.push(suppression);
  }

  /** Keeps what the comments of a file allow, and says which of them allow nothing. */
  readAllows(path: string, text: string): Allow[] {
    const allows = findAllows(text);
    for (const allow of allows) {
      const message = this.#whyVoid(allow);
      if (message === undefined) this.#allow({ path, guardrail: allow.guardrail, line: allow.line, reason: allow.reason });
      else this.note({ about: 'suppression', path, line: allow.line, message });
    }
    return allows;
  }

  note(note: Note): void {
    this.#notes.set(noteKey(note), note);
  }

  add({ allows, findings, notes, replacements, suppressed }: Omit<Remembered, 'looked'>): void {
    for (const finding of findings) this.#findings.push(finding);
    for (const suppression of suppressed) this.#suppressed.push(suppression);
    for (const allow of allows) this.#allow(allow);
    for (const [key, replacement] of replacements) this.#replacements.set(key, replacement);
    for (const note of notes) this.note(note);
  }

  all(): Omit<RunResult, 'files' | 'faults'> {
    return {
      findings: this.#findings,
      suppressed: this.#suppressed,
      allows: [...this.#allows.values()],
      notes: [...this.#notes.values()],
      replacements: this.#replacements,
    };
  }

  #keepReplacements(findings: readonly Finding[], hits: readonly Hit[]): void {
    if (hits.every(({ replacement }) => replacement === undefined)) return;
    const sorted = [...hits].sort(bySpan);
    for (const [index, finding] of findings.entries()) {
      const replacement = sorted[index]?.replacement;
      if (replacement !== undefined) this.#replacements.set(findingKey(finding), replacement);
    }
  }

  #allow(allow: AllowComment): void {
    this.#allows.set(`${allow.path}:${allow.line}:${allow.guardrail}`, allow);
  }

  #whyVoid(allow: Allow): string | undefined {
    if (allow.guardrail === '') return 'tackroom-allow names no guardrail, so it allows nothing. Write: tackroom-allow <id>: <reason>';
    if (allow.namesMore === true)
      return `tackroom-allow names several guardrails, so it allows nothing. Write one comment for each, on lines of their own: tackroom-allow ${allow.guardrail}: <reason>`;
    if (!this.#known.has(allow.guardrail)) return `tackroom-allow names "${allow.guardrail}", and no such guardrail runs here`;
    if (allow.lacksColon === true)
      return `tackroom-allow ${allow.guardrail} has no colon before its reason, so it allows nothing. Write: tackroom-allow ${allow.guardrail}: <reason>`;
    if (allow.reason === '')
      return `tackroom-allow ${allow.guardrail} gives no reason, so it allows nothing. Write: tackroom-allow ${allow.guardrail}: <reason>`;
    return undefined;
  }
}

/** A comment is read again for each rule that finds something in its file, and told of once. */
function noteKey({ about, line, message, path }: Note): string {
  return `${path}:${about === 'syntax' ? about : line}:${message}`;
}
