import { readLedger } from '#delivery/session-ledger.ts';
import { MisuseError } from '#kernel/errors.ts';
import type { SessionStory, StoryMoment } from '#kernel/records/session-story.ts';
import type { SpoolRecord } from '#kernel/records/spool-event.ts';
import { Spool } from '#platform/state/spool.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import { requireRepository } from '../setup/require-repository.ts';

export interface ExplainRequest {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Id of a session or how it begins; absent: the one that was heard of last. */
  session?: string;
}

/** What was said in a session and why, what was held back and why, as the spool kept it. */
export function explainSession({ cwd, env, session: wanted }: ExplainRequest): SessionStory {
  const { commonDir } = requireRepository(cwd);
  const spool = new Spool(stateFolder(commonDir, { ...env }));
  const session = wanted === undefined ? latest(spool) : match(wanted, spool);
  const records = spool.read(session);
  return { version: 1, session, agent: records[0]?.agent ?? 'unknown', moments: tellMoments(records), summary: summarize(records) };
}

function latest(spool: Spool): string {
  const [last] = spool.sessions().toSorted((a, b) => spool.lastWritten(b) - spool.lastWritten(a));
  if (last !== undefined) return last;
  throw new MisuseError('no session of an agent was heard of in this repository.', {
    code: 'no-session',
    fix: 'Run `tackroom doctor` to see whether the hooks are wired.',
  });
}

function match(wanted: string, spool: Spool): string {
  const known = spool.sessions();
  if (known.includes(wanted)) return wanted;
  const begin = known.filter((id) => id.startsWith(wanted));
  if (begin.length === 1) return begin[0] ?? wanted;
  const newest = known.toSorted((a, b) => spool.lastWritten(b) - spool.lastWritten(a)).slice(0, 5);
  throw new MisuseError(
    begin.length === 0
      ? `no session here is called ${wanted}.`
      : `${begin.length} sessions begin with ${wanted}: ${begin.slice(0, 5).join(', ')}.`,
    { code: 'unknown-session', fix: begin.length === 0 ? `The latest are: ${newest.join(', ') || 'none'}.` : 'Give more of the id.' },
  );
}

/** One entry for each moment at which something was weighed, said, denied or held, in order. */
function tellMoments(records: readonly SpoolRecord[]): StoryMoment[] {
  const moments: StoryMoment[] = [];
  for (const record of records) {
    const told = tellMoment(record);
    const last = moments.at(-1);
    // what was weighed stands in the spool right before what was said of it
    if (record.type === 'delivery' && last?.moment === record.moment && last.at === told?.at && last.text === undefined)
      Object.assign(last, { text: record.text, tokens: record.tokens, findings: record.guardrails });
    else if (told !== undefined) moments.push(told);
  }
  return moments;
}

function tellMoment(record: SpoolRecord): StoryMoment | undefined {
  const base = {
    at: new Date(record.at).toISOString(),
    ...(record.subagent === undefined ? {} : { subagent: record.subagent }),
    about: '',
    said: [],
    held: [],
    findings: [],
  };
  switch (record.type) {
    case 'session':
      return { ...base, moment: 'session-start', about: record.source };
    case 'compacted':
      return { ...base, moment: 'compact', about: 'what was said before is forgotten' };
    case 'weighed':
      return { ...base, moment: record.moment, about: record.about, said: record.said, held: record.held };
    case 'delivery':
      return {
        ...base,
        moment: record.moment,
        findings: record.guardrails,
        text: record.text,
        ...(record.tokens === undefined ? {} : { tokens: record.tokens }),
      };
    case 'denied':
      return { ...base, moment: 'denied', about: record.command, findings: [record.guardrail] };
    case 'held':
      return { ...base, moment: 'held', about: `${record.fingerprints.length} open, ${record.count}. time` };
    case 'released':
      return { ...base, moment: 'let go', about: `${record.fingerprints.length} open` };
    case 'fixed':
      return { ...base, moment: 'mended', about: record.path, findings: [record.guardrail] };
    case 'fault':
      return { ...base, moment: 'fault', about: `${record.moment}: ${record.message}` };
    default:
      return undefined;
  }
}

function summarize(records: readonly SpoolRecord[]): SessionStory['summary'] {
  const count = (type: SpoolRecord['type']) => records.filter((record) => record.type === type).length;
  const tokens = records.reduce((sum, record) => sum + (record.type === 'delivery' ? (record.tokens ?? 0) : 0), 0);
  return {
    told: count('delivery'),
    tokens,
    findings: count('hit'),
    mended: count('fixed'),
    open: readLedger(records).open.size,
    denied: count('denied'),
    held: count('held'),
    faults: count('fault'),
  };
}
