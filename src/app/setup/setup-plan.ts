import { isDeepStrictEqual } from 'node:util';
import { addMcpServer } from '#agents/edit-mcp-servers.ts';
import type { ConfiguredWiring } from '#agents/hook-wire.ts';
import { mergeHooks } from '#agents/merge-hooks.ts';
import { openTarget } from '#platform/files/write-files.ts';
import { addSection, findSection, newAgentsFile, replaceSection } from './agents-section.ts';
import type { FileChange, Note } from './file-change.ts';
import { emptyInitRecord, type InitRecord, initRecordPath, parseInitRecord, renderInitRecord } from './init-record.ts';
import { type mcpFiles, mcpServerPlace } from './mcp-wirings.ts';
import type { StarterFile } from './starter-files.ts';
import { textHash } from './text-hash.ts';
import { undone, undoOf } from './undo.ts';

/**
 * Collects what is missing in a repository, and the record of it. What a person wrote, changed or removed since the
 * last time is left as it is, with a note.
 */
export class SetupPlan {
  readonly notes: Note[] = [];
  readonly root: string;
  private readonly version: string;
  private readonly before: InitRecord | undefined;
  private readonly record: InitRecord;
  private readonly changes: FileChange[] = [];

  constructor(root: string, version: string) {
    this.root = root;
    this.version = version;
    this.before = parseInitRecord(openTarget(root, initRecordPath).text);
    this.record = this.before === undefined ? emptyInitRecord(version) : structuredClone(this.before);
  }

  addFile({ path, text, role }: StarterFile): void {
    const present = openTarget(this.root, path).text;
    const recorded = this.before?.files[path];
    const unchanged = present !== undefined && textHash(present) === recorded;
    if (present === undefined && role === 'page' && recorded !== undefined && path !== 'harness/harness.yaml') {
      this.notes.push({ path, reason: 'was removed since init: left out' });
    } else if (present === undefined || (role === 'machinery' && unchanged)) {
      this.change(path, present, text);
      this.record.files[path] = textHash(text);
    } else if (textHash(present) === textHash(text)) {
      this.record.files[path] = textHash(text);
    } else if (role === 'machinery') {
      this.notes.push({
        path,
        reason: 'differs from the one this version ships and was not written by init: kept (remove it and run init again to get it)',
      });
    } else if (this.before === undefined) {
      this.notes.push({ path, reason: 'is there already: kept as it is' });
    }
  }

  /** Changes a file that is there, whoever wrote it: a person asks for just this. */
  changeFile(path: string, edit: (text: string) => string): void {
    const present = openTarget(this.root, path).text;
    if (present === undefined) return;
    const after = edit(present);
    if (textHash(present) === this.before?.files[path]) this.record.files[path] = textHash(after);
    this.change(path, present, after);
  }

  addSection(path: string, section: string): void {
    const present = openTarget(this.root, path).text;
    const recorded = this.before?.sections[path];
    const old = present === undefined ? undefined : findSection(present, path);
    if (old === undefined) {
      if (recorded !== undefined) {
        this.notes.push({ path, reason: 'our section was removed since init: left out' });
        return;
      }
      this.noteCreated(path, present);
      this.changeShared(path, present, addSection(present ?? `${newAgentsFile}\n`, section));
    } else if (textHash(old.text) === recorded) {
      this.changeShared(path, present, replaceSection(present ?? '', old, section));
    } else if (textHash(old.text) !== textHash(section)) {
      this.notes.push({ path, reason: 'our section was edited: kept as it is' });
      return;
    }
    this.record.sections[path] = textHash(section);
  }

  addHooks(wiring: ConfiguredWiring): void {
    const present = openTarget(this.root, wiring.file).text;
    const written = this.before?.hooks[wiring.file] ?? [];
    this.noteCreated(wiring.file, present);
    this.changeShared(wiring.file, present, mergeHooks(present, wiring, written));
    this.record.hooks[wiring.file] = wiring.wires.map((wire) => wire.command);
  }

  addMcpServer(file: (typeof mcpFiles)[number], command: readonly string[]): void {
    const present = openTarget(this.root, file).text;
    const after = addMcpServer(present, mcpServerPlace(file, command));
    if (after === present) return; // a person's, or written before
    this.noteCreated(file, present);
    this.changeShared(file, present, after);
    this.record.mcp = { ...this.record.mcp, [file]: [...command] };
  }

  addLine(path: string, line: string): void {
    const present = openTarget(this.root, path).text;
    const lines = present?.split(/\r?\n/) ?? [];
    if (lines.some((other) => [line, `/${line}`, line.replace(/\/$/, ''), `/${line.replace(/\/$/, '')}`].includes(other.trim()))) return;
    const eol = present?.includes('\r\n') ? '\r\n' : '\n';
    const start = present === undefined || present === '' || present.endsWith('\n') ? (present ?? '') : present + eol;
    this.noteCreated(path, present);
    this.changeShared(path, present, `${start}${line}${eol}`);
    this.record.lines[path] = [line];
  }

  /** Whether a file is planned in a folder. */
  writesInto(folder: string): boolean {
    return this.changes.some(({ path }) => path.startsWith(`${folder}/`));
  }

  get isFirst(): boolean {
    return this.before === undefined;
  }

  /** Keys of rules that were imported from files of other agents. */
  get imported(): readonly string[] {
    return this.before?.imported ?? [];
  }

  /** Paths of files that were written before. */
  get written(): string[] {
    return Object.keys(this.before?.files ?? {});
  }

  addImported(keys: readonly string[]): void {
    this.record.imported = [...this.imported, ...keys];
  }

  /** The record comes last; a new version alone is no reason to write it: a second run changes nothing. */
  finish(): FileChange[] {
    if (this.changes.length === 0 && isDeepStrictEqual(this.record, this.before)) return []; // however somebody formatted it
    const version = this.changes.length > 0 ? this.version : this.record.tackroom;
    this.change(initRecordPath, openTarget(this.root, initRecordPath).text, renderInitRecord({ ...this.record, tackroom: version }));
    return this.changes;
  }

  private noteCreated(path: string, present: string | undefined): void {
    if (present === undefined && !this.record.created.includes(path)) this.record.created.push(path);
  }

  /** A file of others: the record keeps the way back to what it was before our first change, as long as that is known. */
  private changeShared(path: string, present: string | undefined, after: string): void {
    this.change(path, present, after);
    if (present === undefined || present === after || this.record.created.includes(path)) return;
    const { [path]: known, ...others } = this.record.undo ?? {};
    const original = this.wroteBefore(path) ? undone(present, known) : present;
    this.record.undo = original === undefined ? others : { ...others, [path]: undoOf(original, after) };
  }

  private wroteBefore(path: string): boolean {
    const { sections, lines, hooks, mcp = {} } = this.before ?? emptyInitRecord('');
    return [sections, lines, hooks, mcp].some((written) => Object.hasOwn(written, path));
  }

  private change(path: string, before: string | undefined, after: string): void {
    if (before !== after) this.changes.push({ path, ...(before === undefined ? {} : { before }), after });
  }
}
