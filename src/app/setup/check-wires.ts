import path from 'node:path';
import type { AgentAdapter } from '#agents/agent-adapter.ts';
import type { AgentWiring, HookWire } from '#agents/hook-wire.ts';
import { inspectHooks, type WireState } from '#agents/inspect-hooks.ts';
import { MisuseError } from '#kernel/errors.ts';
import type { DoctorCheck } from '#kernel/records/doctor-report.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { type ProbedWires, probeWires } from './probe-wires.ts';

/** Looks at every wire of one agent, and sends a probe through those that are there, from the top folder and from one below. */
export async function checkWires(
  wires: Omit<ProbedWires, 'commands'> & { asked: boolean },
  mayProbe: boolean,
  signal?: AbortSignal,
): Promise<DoctorCheck[]> {
  const { adapter, root } = wires;
  const { wiring } = adapter;
  const states = inspect(root, wiring);
  if (!Array.isArray(states)) return [states];
  if (states.every((state) => state.handlers.length === 0)) return [unwired(adapter, wires.asked)];
  const commands = new Map(
    states.flatMap(({ wire, handlers }) => (handlers[0] === undefined ? [] : [[wire, handlers[0].command] as const])),
  );
  const folders = mayProbe && commands.size > 0 ? [root, path.join(root, 'harness')] : [];
  const probes: ProbeResults[] = [];
  for (const folder of folders) probes.push(await probeWires({ ...wires, commands }, folder, signal)); // in turns, as above
  return states.map((state) => ({ subject: wiring.agent, name: nameOf(state.wire), ...judge(state, wiring.file, probes) }));
}

/** A moment, and what sets this wire to it apart. */
function nameOf({ moment, about }: HookWire): string {
  return about === undefined ? moment : `${moment} (${about})`;
}

function inspect(root: string, wiring: AgentWiring): WireState[] | DoctorCheck {
  try {
    return inspectHooks(readInside(root, wiring.file), wiring);
  } catch (error) {
    if (!(error instanceof MisuseError)) throw error;
    const fix = `Mend ${wiring.file} by hand: JSON allows no comments and no trailing commas.`;
    return { subject: wiring.agent, name: 'wiring', state: 'broken', message: error.message, fix };
  }
}

/** Of an agent that nobody asked for, and that only its files tell of, it is enough to know. */
function unwired({ wiring: { agent, file, title } }: AgentAdapter, asked: boolean): DoctorCheck {
  return {
    subject: agent,
    name: 'wiring',
    state: asked ? 'missing' : 'note',
    message: `${title} is not wired: ${file} ${asked ? 'has no hook of ours' : 'has no hook of ours, though the repository has files of it'}.`,
    fix: 'Run `tackroom init`.',
  };
}

type Verdict = Pick<DoctorCheck, 'state' | 'message' | 'fix'>;
type ProbeResults = Awaited<ReturnType<typeof probeWires>>;

function judge(state: WireState, file: string, probes: readonly ProbeResults[]): Verdict {
  const { wire, handlers } = state;
  const rewire = 'Run `tackroom init`.';
  if (handlers.length === 0) return { state: 'missing', message: `${file} has no ${wire.event} hook of ours.`, fix: rewire };
  if (handlers.length > 1) {
    return {
      state: 'broken',
      message: `${file} has ${handlers.length} ${wire.event} hooks of ours: the agent hears everything as often.`,
      fix: 'Leave one of them.',
    };
  }
  const matcher = handlers[0]?.matcher;
  const odd =
    matcher === wire.matcher ? '' : ` Its matcher is ${JSON.stringify(matcher ?? '')} instead of ${JSON.stringify(wire.matcher ?? '')}.`;
  return judgeProbes(wire, probes, odd);
}

function judgeProbes(wire: HookWire, probes: readonly ProbeResults[], odd: string): Verdict {
  const results = probes.flatMap((probe) => probe.get(wire) ?? []);
  if (results.length === 0) return { state: 'note', message: `wired, but not probed: there is no engine to answer.${odd}` };
  const failed = results.find((result) => !result.works);
  if (failed !== undefined && !failed.works) {
    const where = results.length > 1 && results[0]?.works ? ' (from a subfolder)' : '';
    return {
      state: 'broken',
      message: `a probe got no right answer${where}: ${failed.reason}.${odd}`,
      fix: failed.reason.startsWith('the hook failed')
        ? 'Install the newest tackroom; where it still fails, report this message.'
        : 'Compare the command with the one that `tackroom init` writes: remove yours and run it.',
    };
  }
  const times = results.flatMap((result) => (result.works ? [result.durationMs] : []));
  return { state: odd === '' ? 'ok' : 'note', message: `answered a probe in ${Math.min(...times)} ms.${odd}` };
}
