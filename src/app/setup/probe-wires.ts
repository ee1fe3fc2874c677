import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { AgentAdapter, Probe } from '#agents/agent-adapter.ts';
import type { HookWire } from '#agents/hook-wire.ts';
import type { SpoolRecord } from '#kernel/records/spool-event.ts';
import { removeFile } from '#platform/files/write-files.ts';
import { runProcess } from '#platform/process/run-process.ts';
import type { Spool } from '#platform/state/spool.ts';

/** What a probe is sent through: the commands as they stand in the agent's configuration. */
export interface ProbedWires {
  adapter: AgentAdapter;
  commands: ReadonlyMap<HookWire, string>;
  root: string;
  env: Readonly<Record<string, string | undefined>>;
  spool: Spool;
  /** A command that a guardrail of this harness denies, if there is one. */
  denied?: string;
  hasGuardrails: boolean;
}

export type ProbeResult = { works: true; durationMs: number } | { works: false; reason: string };

/** The hook's own limit is 30 s; a probe that takes longer than this has shown what is wrong. */
const timeoutMs = 15_000;

/**
 * Plays one short session through the wires from `folder`: start, a command, an edit, stop. A wire works when the hook left in the
 * spool what it leaves there for a real session, and denied what it must deny. The session is removed from the spool again.
 */
export async function probeWires(wires: ProbedWires, folder: string, signal?: AbortSignal): Promise<Map<HookWire, ProbeResult>> {
  const session = `tackroom-probe-${randomUUID()}`;
  const probe: Probe = { session, cwd: folder, command: wires.denied ?? 'true', file: path.join(wires.root, 'harness/hook.mjs') };
  const results = new Map<HookWire, ProbeResult>();
  try {
    for (const wire of wires.adapter.wiring.wires) {
      const command = wires.commands.get(wire);
      if (command !== undefined) results.set(wire, await probeWire(wires, { wire, command, probe }, signal));
    }
  } finally {
    removeFile(wires.spool.folder, `${session}.jsonl`);
  }
  return results;
}

async function probeWire(
  wires: ProbedWires,
  about: { wire: HookWire; command: string; probe: Probe },
  signal?: AbortSignal,
): Promise<ProbeResult> {
  const { wire, command, probe } = about;
  const known = wires.spool.read(probe.session).length;
  const startedAt = performance.now();
  const input = JSON.stringify(wires.adapter.probe(wire, probe));
  const ended = await runProcess(['sh', '-c', command], { cwd: probe.cwd, env: wires.env, input, timeoutMs }, signal);
  const durationMs = Math.round(performance.now() - startedAt);
  signal?.throwIfAborted();
  if (ended.kind !== 'exited') return { works: false, reason: `the command was ${ended.kind.replace('-', ' ')}` };
  if (ended.code !== 0) return { works: false, reason: `the command ended with code ${ended.code}: ${firstLine(ended.stderr)}` };
  const records = wires.spool.read(probe.session).slice(known);
  const reason = hookFault(records) ?? malformedAnswer(ended.stdout) ?? missingRecord(wire, records, wires);
  return reason === undefined ? { works: true, durationMs } : { works: false, reason };
}

function malformedAnswer(stdout: string): string | undefined {
  return stdout.trim() === '' || isJson(stdout) ? undefined : `it answered with something that is not JSON: ${firstLine(stdout)}`;
}

const expected: Readonly<Record<HookWire['moment'], readonly SpoolRecord['type'][]>> = {
  'session-start': ['session'],
  prompt: ['asked'],
  'pre-tool': ['tool'],
  'post-tool': ['touched'],
  stop: ['stopped', 'held', 'released'],
  compact: ['compacted'],
};

function hookFault(records: readonly SpoolRecord[]): string | undefined {
  const fault = records.find((record) => record.type === 'fault');
  return fault === undefined ? undefined : `the hook failed: ${fault.message}`;
}

function missingRecord(wire: HookWire, records: readonly SpoolRecord[], wires: ProbedWires): string | undefined {
  const types = new Set(records.map(({ type }) => type));
  const asksForDenial = wire.moment === 'pre-tool' && wire.about === undefined && wires.denied !== undefined;
  if (asksForDenial && !types.has('denied')) return `it did not deny \`${wires.denied}\`, which a guardrail of this harness forbids`;
  if (expected[wire.moment].some((type) => types.has(type))) return undefined;
  if (wire.moment === 'session-start' && !wires.hasGuardrails) return undefined;
  return `the command ran, but the hook left nothing in ${wires.spool.folder}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0]?.slice(0, 200) || 'it said nothing';
}
