import { removeMcpServer } from '#agents/edit-mcp-servers.ts';
import type { ConfiguredWiring } from '#agents/hook-wire.ts';
import { removeHooks } from '#agents/remove-hooks.ts';
import { openTarget } from '#platform/files/write-files.ts';
import { findSection, newAgentsFile, removeSection } from './agents-section.ts';
import type { FileChange, Note } from './file-change.ts';
import { type InitRecord, initRecordPath } from './init-record.ts';
import { linkedRunbooks } from './linked-runbooks.ts';
import { mcpFiles, mcpServerPlace } from './mcp-wirings.ts';
import { textHash } from './text-hash.ts';
import { undone } from './undo.ts';

/** Collects what of `init` is still as it was written, to be taken out; the rest stays, with the reason. */
export class RemovalPlan {
  readonly kept: Note[] = [];
  private readonly root: string;
  private readonly record: InitRecord;
  private readonly changes: FileChange[] = [];

  constructor(root: string, record: InitRecord) {
    this.root = root;
    this.record = record;
  }

  removeFiles(): void {
    const there = Object.entries(this.record.files).flatMap(([path, hash]) => {
      const before = openTarget(this.root, path).text;
      return before === undefined ? [] : [{ path, before, unchanged: textHash(before) === hash }];
    });
    const linked = linkedRunbooks(this.root, new Set(there.flatMap(({ path, unchanged }) => (unchanged ? path : []))));
    for (const { path, before, unchanged } of there) {
      const page = linked.get(path);
      if (!unchanged) this.kept.push({ path, reason: 'was changed since init' });
      else if (page !== undefined) this.kept.push({ path, reason: `is what ${page} links to` });
      else this.changes.push({ path, before });
    }
  }

  removeSections(): void {
    for (const [path, hash] of Object.entries(this.record.sections)) {
      if (this.takeBack(path)) continue;
      const present = openTarget(this.root, path).text;
      const section = present === undefined ? undefined : findSection(present, path);
      if (present === undefined || section === undefined) continue;
      if (textHash(section.text) === hash) this.change(path, present, removeSection(present, section));
      else this.kept.push({ path, reason: 'our section in it was changed since init' });
    }
  }

  removeHooks(wiring: ConfiguredWiring): void {
    if (this.takeBack(wiring.file)) return;
    const present = openTarget(this.root, wiring.file).text;
    if (present === undefined) return;
    const { text, kept } = removeHooks(present, wiring, this.record.hooks[wiring.file] ?? []);
    this.kept.push(...kept.map(({ event, reason }) => ({ path: wiring.file, reason: `keeps a hook of ours (${event}): ${reason}` })));
    if (text === undefined && this.record.created.includes(wiring.file)) this.changes.push({ path: wiring.file, before: present });
    else this.change(wiring.file, present, text ?? `${JSON.stringify(wiring.format.start)}\n`);
  }

  removeMcpServers(): void {
    for (const file of mcpFiles) {
      const command = this.record.mcp?.[file];
      if (command === undefined || this.takeBack(file)) continue;
      const present = openTarget(this.root, file).text;
      if (present === undefined) continue;
      const { text, found } = removeMcpServer(present, mcpServerPlace(file, command));
      if (found === 'changed') this.kept.push({ path: file, reason: 'our MCP server in it was changed since init' });
      this.change(file, present, text);
    }
  }

  removeLines(): void {
    for (const [path, lines] of Object.entries(this.record.lines)) {
      if (this.takeBack(path)) continue;
      const present = openTarget(this.root, path).text;
      if (present === undefined) continue;
      const kept = present.split(/(?<=\n)/).filter((line) => !lines.includes(line.trim()));
      this.change(path, present, kept.join(''));
    }
  }

  finish(): FileChange[] {
    const before = openTarget(this.root, initRecordPath).text;
    if (before !== undefined) this.changes.push({ path: initRecordPath, before });
    return this.changes;
  }

  /** Where nobody has touched a file since init, it gets back every byte it had. */
  private takeBack(path: string): boolean {
    const present = openTarget(this.root, path).text;
    const original = present === undefined ? undefined : undone(present, this.record.undo?.[path]);
    if (present !== undefined && original !== undefined) this.change(path, present, original);
    return original !== undefined;
  }

  /** A file that init made, and that holds nothing any more, goes. */
  private change(path: string, before: string, after: string): void {
    if (before === after) return;
    const empty = ['', '{}', newAgentsFile].includes(after.trim());
    this.changes.push({ path, before, ...(empty && this.record.created.includes(path) ? {} : { after }) });
  }
}
