import type { AgentAdapter } from '#agents/agent-adapter.ts';
import type { DoctorCheck } from '#kernel/records/doctor-report.ts';
import { hookEvents } from '#kernel/records/hook.ts';

/** What an agent cannot be told, and what is to be known of it, as one note; nothing where it can be told everything. */
export function describeLimits({ wiring, carries, limits, seenWith }: AgentAdapter): DoctorCheck[] {
  const lost = hookEvents.flatMap((event) => {
    const carried = carries[event];
    return carried.how === 'yes' ? [] : [`${event}: ${carried.why}.`];
  });
  const lines = [...limits, ...lost];
  if (lines.length === 0) return [];
  const since = seenWith === undefined ? '' : ` (${wiring.title} ${seenWith})`;
  return [{ subject: wiring.agent, name: 'limits', state: 'note', message: `${lines.join(' ')}${since}` }];
}
