import { readLedger } from '#delivery/session-ledger.ts';
import type { GuidanceCase, GuidanceStep } from '#kernel/records/guidance-cases.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import type { SpoolRecord } from '#kernel/records/spool-event.ts';
import { answerHook } from '../hook.ts';
import { ownEngine } from '../own-engine.ts';
import type { CasePlace } from './case-place.ts';

/** What an agent heard in one context window. */
export interface Heard {
  /** Ids of what was said. */
  items: string[];
  /** What the ledger knows it by: each breach apart, so that one that was said twice stands here twice. */
  keys: string[];
  /** Everything that was said, word for word. */
  texts: string[];
}

export interface PlayedCase {
  /** When the session began. */
  brief: Heard;
  /** From the prompt to the stop. */
  work: Heard;
  /** When the same steps came again after a compaction. */
  again: Heard;
  /** Ids of what was owed when the work was done: guidance that was said, and guardrails with a breach that is still there. */
  owed: string[];
}

type Moment = HookInput extends infer One ? (One extends HookInput ? Omit<One, 'agent' | 'session' | 'cwd' | 'subagent'> : never) : never;

/** An agent is held at most so often before it is let go. */
const mostStops = 5;

/** Plays one case through the moments of a session, as an agent's hooks would call them, and once more after a compaction. */
export async function playCase(one: GuidanceCase, place: CasePlace, records: () => SpoolRecord[]): Promise<PlayedCase> {
  let now = Date.parse('2026-01-01');
  const ask = (moment: Moment) => {
    now += 1_000;
    const input = { agent: 'claude', session: one.id, cwd: place.root, ...moment } as HookInput;
    return answerHook(input, { env: place.env, now, ...ownEngine() });
  };
  const hear = async (act: () => Promise<HookAnswer[]>): Promise<Heard> => {
    const known = records().length;
    const texts = (await act()).map(textOf).filter((text) => text !== '');
    const fresh = records().slice(known);
    return { texts, items: fresh.flatMap(itemsOf), keys: fresh.flatMap((one) => (one.type === 'delivery' ? one.fingerprints : [])) };
  };
  const start = (source: 'startup' | 'compact') => hear(async () => [await ask({ event: 'session-start', source })]);
  const steps = async (isFirst: boolean): Promise<HookAnswer[]> => {
    const answers: HookAnswer[] = [];
    for (const [index, step] of one.steps.entries()) {
      const about = { tool: toolOf(step), toolUseId: `${isFirst}-${index}` };
      answers.push(await ask({ event: 'pre-tool', ...about, intent: intentOf(step) }));
      if (isFirst) place.apply(step, one);
      if (!('run' in step))
        answers.push(
          await ask({ event: 'post-tool', ...about, wrote: { kind: 'paths', paths: ['edit' in step ? step.edit : step.write] } }),
        );
    }
    return answers;
  };
  const stop = async (): Promise<HookAnswer[]> => {
    const answers: HookAnswer[] = [];
    do answers.push(await ask({ event: 'stop' }));
    while (answers.at(-1)?.kind === 'hold' && answers.length < mostStops);
    return answers;
  };
  const brief = await start('startup');
  const work = await hear(async () => [await ask({ event: 'prompt', prompt: one.task }), ...(await steps(true)), ...(await stop())]);
  const { saidEver, open } = readLedger(records());
  const owed = [...saidEver.keys(), ...[...open.values()].map(({ guardrail }) => guardrail)];
  const compacted = await start('compact');
  const repeated = await hear(async () => [...(await steps(false)), ...(await stop())]);
  return { brief, work, owed, again: join(compacted, repeated) };
}

function join(one: Heard, other: Heard): Heard {
  return { items: [...one.items, ...other.items], keys: [...one.keys, ...other.keys], texts: [...one.texts, ...other.texts] };
}

function intentOf(step: GuidanceStep): Extract<HookInput, { event: 'pre-tool' }>['intent'] {
  if ('run' in step) return { kind: 'shell', command: step.run };
  return {
    kind: 'edit',
    edits: [
      'edit' in step
        ? { path: step.edit, added: step.new, removed: step.old }
        : { path: step.write, added: step.text, removed: '', whole: true },
    ],
  };
}

function toolOf(step: GuidanceStep): string {
  if ('run' in step) return 'Bash';
  return 'edit' in step ? 'Edit' : 'Write';
}

function textOf(answer: HookAnswer): string {
  switch (answer.kind) {
    case 'silent':
    case 'let-go': // for a person
      return '';
    case 'context':
      return answer.text;
    case 'deny':
    case 'hold':
      return answer.reason;
  }
}

function itemsOf(record: SpoolRecord): string[] {
  if (record.type === 'denied') return [record.guardrail];
  return record.type === 'delivery' ? [...record.guardrails, ...(record.items ?? [])] : [];
}
