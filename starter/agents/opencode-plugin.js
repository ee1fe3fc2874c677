// What Tackroom says to opencode in this repository. Made by `tackroom init`; do not edit.
// It hands each moment to harness/hook.mjs, and stays silent where that is missing. Whatever goes wrong in it is ours: opencode goes on.
import { spawn } from 'node:child_process';

const edits = ['write', 'edit', 'multiedit', 'patch', 'apply_patch'];

/** The line that every agent's hook runs; it does nothing where the file is missing. */
const line = (moment) =>
  `h="$(git rev-parse --show-toplevel 2>/dev/null)/harness/hook.mjs"; [ -f "$h" ] || exit 0; NODE_EXTRA_CA_CERTS= node -e 'eval(require("fs").readFileSync(process.argv[1],"utf8"))' "$h" opencode ${moment}`;

const limitMs = 30_000;

function ask(moment, payload, cwd) {
  return new Promise((resolve) => {
    const child = spawn('sh', ['-c', line(moment)], { cwd, stdio: ['pipe', 'pipe', 'ignore'], timeout: limitMs });
    let said = '';
    child.stdout.on('data', (piece) => {
      said += piece;
    });
    child.on('error', () => resolve({}));
    child.on('close', () => resolve(read(said)));
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(payload));
  });
}

function read(text) {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return {};
  }
}

export const Tackroom = async ({ client, directory }) => {
  /** Sub-agents have a session of their own: its id to that of the session they serve. */
  const parents = new Map();
  /** Sessions that began while we ran; of others their window is there already. */
  const born = new Set();
  const started = new Set();
  /** What has still to be said in a session, with its next tool call or prompt. */
  const waiting = new Map();

  const call = (moment, session, fields) => {
    const parent = parents.get(session);
    const who = parent === undefined ? { session } : { session: parent, subagent: session };
    return ask(moment, { ...who, cwd: directory, ...fields }, directory);
  };
  const keep = (session, { context }) => {
    if (context !== undefined) waiting.set(session, [...(waiting.get(session) ?? []), context]);
  };
  const take = (session) => {
    const texts = waiting.get(session) ?? [];
    waiting.delete(session);
    return texts;
  };

  const onEvent = {
    'session.created': async ({ sessionID, info }) => {
      born.add(sessionID);
      if (info?.parentID) parents.set(sessionID, info.parentID);
    },
    'session.compacted': async ({ sessionID }) => keep(sessionID, await call('session-start', sessionID, { source: 'compact' })),
    'session.idle': async ({ sessionID }) => {
      if (parents.has(sessionID)) return;
      const { hold, notice } = await call('stop', sessionID, {});
      if (hold !== undefined) await client.session.promptAsync({ path: { id: sessionID }, body: { parts: [{ type: 'text', text: hold }] } });
      if (notice !== undefined) await client.tui.showToast({ body: { message: notice, variant: 'warning' } });
    },
  };

  return {
    event: async ({ event }) => {
      try {
        await onEvent[event.type]?.(event.properties ?? {});
      } catch {
        // the agent goes on
      }
    },
    'chat.message': async ({ sessionID }, { message, parts }) => {
      if (!started.has(sessionID)) {
        started.add(sessionID);
        keep(sessionID, await call('session-start', sessionID, { source: born.has(sessionID) ? 'startup' : 'resume' }));
      }
      const prompt = parts.flatMap((part) => (part.type === 'text' && !part.synthetic ? [part.text] : [])).join('\n');
      keep(sessionID, await call('prompt', sessionID, { prompt }));
      for (const [n, text] of take(sessionID).entries())
        parts.push({ id: `prt_${message.id.slice(4)}t${n}`, messageID: message.id, sessionID, type: 'text', text, synthetic: true });
    },
    'tool.execute.before': async ({ tool, sessionID, callID }, { args }) => {
      if (tool !== 'bash' && !edits.includes(tool)) return;
      const answer = await call('pre-tool', sessionID, { tool, call: callID, args });
      if (answer.deny !== undefined) throw new Error(answer.deny);
      keep(sessionID, answer);
    },
    'tool.execute.after': async ({ tool, sessionID, callID, args }, output) => {
      if (tool === 'bash' || edits.includes(tool)) keep(sessionID, await call('post-tool', sessionID, { tool, call: callID, args }));
      const texts = take(sessionID);
      if (texts.length > 0) output.output = [output.output, ...texts].join('\n\n');
    },
  };
};
