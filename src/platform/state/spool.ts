import fs from 'node:fs';
import path from 'node:path';
import type { SpoolEvent, SpoolRecord } from '#kernel/records/spool-event.ts';
import { makeFolders } from './make-folders.ts';

/** Who a record is about, and when it was made: milliseconds since the Unix epoch. */
export type SpoolAuthor = Pick<SpoolRecord, 'at' | 'session' | 'agent' | 'subagent' | 'call'>;

/**
 * An append-only log with one file per agent session. Each record goes out in one append, between two newlines:
 * a writer that dies half way spoils its own record only, and writers never wait for each other.
 */
export class Spool {
  readonly folder: string;
  readonly #call: string | undefined;
  readonly #written = new Set<string>();

  /** `call`: what an earlier attempt at this call of a hook has left is not read, as if it had not been made; but for its claims, which are ours. */
  constructor(stateFolder: string, call?: string) {
    this.folder = path.join(stateFolder, 'spool');
    this.#call = call;
  }

  append(about: SpoolAuthor, events: readonly SpoolEvent[]): void {
    if (events.length === 0) return;
    const written = events.map((event) => JSON.stringify({ ...about, ...event }));
    if (this.#call !== undefined) for (const line of written) this.#written.add(line);
    const lines = written.join('\n');
    const file = this.file(about.session);
    try {
      append(file, `\n${lines}\n`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      makeFolders(this.folder);
      append(file, `\n${lines}\n`);
    }
  }

  /** Records of one session in the order they were written; a torn line is left out. */
  read(session: string): SpoolRecord[] {
    const call = this.#call;
    const lines = this.text(session).split('\n');
    if (call === undefined) return lines.flatMap(parseRecord);
    return lines.flatMap((line) =>
      parseRecord(line).filter((record) => record.call !== call || record.type === 'claim' || this.#written.has(line)),
    );
  }

  /** Whether a session's records hold one of these pieces of JSON, without parsing them. */
  mentions(session: string, fragments: readonly string[]): boolean {
    const text = this.text(session);
    return text !== '' && fragments.some((fragment) => text.includes(fragment));
  }

  /** Names of all session files, without reading them. */
  sessions(): string[] {
    if (!fs.existsSync(this.folder)) return [];
    return fs.readdirSync(this.folder).flatMap((name) => (name.endsWith('.jsonl') ? [name.slice(0, -'.jsonl'.length)] : []));
  }

  /** When a session's file was last written, in milliseconds since the Unix epoch; 0 where there is none. */
  lastWritten(session: string): number {
    return fs.statSync(this.file(session), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  }

  private text(session: string): string {
    const file = this.file(session);
    if (!fs.existsSync(file)) return ''; // a tenth of what Node takes to make an error
    try {
      return fs.readFileSync(file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    }
  }

  /** A session id comes from outside: only harmless characters reach the file system. */
  private file(session: string): string {
    return path.join(this.folder, `${session.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 128) || 'unknown'}.jsonl`);
  }
}

/** As `fs.appendFileSync` does, which takes a starting Node 0.3 ms longer. */
function append(file: string, text: string): void {
  const target = fs.openSync(file, 'a', 0o600);
  try {
    const written = fs.writeSync(target, text);
    const bytes = Buffer.byteLength(text);
    if (written < bytes) fs.writeFileSync(target, Buffer.from(text).subarray(written));
  } finally {
    fs.closeSync(target);
  }
}

function parseRecord(line: string): SpoolRecord[] {
  if (line === '') return [];
  try {
    return [JSON.parse(line) as SpoolRecord];
  } catch {
    return [];
  }
}
