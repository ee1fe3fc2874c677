import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { AgentWiring } from '#agents/hook-wire.ts';
import type { HookEvent } from '#kernel/records/hook.ts';
import type { SpoolRecord } from '#kernel/records/spool-event.ts';
import { removeFile } from '#platform/files/write-files.ts';
import { runProcess } from '#platform/process/run-process.ts';
import type { Spool } from '#platform/state/spool.ts';
import { type Probe, probePayload } from './probe-payload.ts';

/** What a probe is sent through: the commands as they stand in the agent's configuration. */
export interface ProbedWires {
  wiring: AgentWiring;
  commands: ReadonlyMap<HookEvent, string>;
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
export async function probeWires(wires: ProbedWires, folder: string, signal?: AbortSignal): Promise<Map<HookEvent, ProbeResult>> {
  const session = `tackroom-probe-${randomUUID()}`;
  const probe: Probe = { session, cwd: folder, root: wires.root, command: wires.denied ?? 'true', file: 'harness/hook.mjs' };
  const results = new Map<HookEvent, ProbeResult>();
  try {
    for (const { moment } of wires.wiring.wires) {
      const command = wires.commands.get(moment);
      if (command !== undefined) results.set(moment, await probeWire(wires, { moment, command, probe }, signal));
    }
  } finally {
    removeFile(wires.spool.folder, `${session}.jsonl`);
  }
  return results;
}

async function probeWire(
  wires: ProbedWires,
  about: { moment: HookEvent; command: string; probe: Probe },
  signal?: AbortSignal,
): Promise<ProbeResult> {
  const { moment, command, probe } = about;
  const known = wires.spool.read(probe.session).length;
  const startedAt = performance.now();
  const input = probePayload(wires.wiring.agent, moment, probe);
  const ended = await runProcess(
    ['sh', '-c', command],
    { cwd: probe.cwd, env: { ...wires.env, TACKROOM_NO_DAEMON: '1' }, input, timeoutMs },
    signal,
  );
  const durationMs = Math.round(performance.now() - startedAt);
  signal?.throwIfAborted();
  if (ended.kind !== 'exited') return { works: false, reason: `the command was ${ended.kind.replace('-', ' ')}` };
  if (ended.code !== 0) return { works: false, reason: `the command ended with code ${ended.code}: ${firstLine(ended.stderr)}` };
  const records = wires.spool.read(probe.session).slice(known);
  const reason = hookFault(records) ?? missingAnswer(moment, ended.stdout, wires) ?? missingRecord(moment, records, wires);
  return reason === undefined ? { works: true, durationMs } : { works: false, reason };
}

function missingAnswer(moment: HookEvent, stdout: string, wires: ProbedWires): string | undefined {
  const answer = parseAnswer(stdout);
  if (answer === undefined) return `it answered with something that is not JSON: ${firstLine(stdout)}`;
  if (moment !== 'pre-tool' || wires.denied === undefined) return undefined;
  return JSON.stringify(answer).includes('"permissionDecision":"deny"')
    ? undefined
    : `it did not deny \`${wires.denied}\`, which a guardrail of this harness forbids`;
}

const expected: Readonly<Record<HookEvent, readonly SpoolRecord['type'][]>> = {
  'session-start': ['session'],
  'pre-tool': ['tool', 'denied'],
  'post-tool': ['touched'],
  stop: ['stopped', 'held', 'released'],
  prompt: ['delivery'],
  compact: ['compacted'],
};

function hookFault(records: readonly SpoolRecord[]): string | undefined {
  const fault = records.find((record) => record.type === 'fault');
  return fault === undefined ? undefined : `the hook failed: ${fault.message}`;
}

function missingRecord(moment: HookEvent, records: readonly SpoolRecord[], wires: ProbedWires): string | undefined {
  if (records.some((record) => expected[moment].includes(record.type))) return undefined;
  if (moment === 'session-start' && !wires.hasGuardrails) return undefined;
  return `the command ran, but the hook left nothing in ${path.join(wires.spool.folder)}`;
}

function parseAnswer(stdout: string): unknown {
  if (stdout.trim() === '') return {};
  try {
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0]?.slice(0, 200) || 'it said nothing';
}
