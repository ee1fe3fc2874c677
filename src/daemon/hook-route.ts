import type { Context } from 'hono';
import type { DaemonCore } from '#app/daemon.ts';

/**
 * `POST /hook/<agent>/<event>`: the agent's own payload in, the agent's own answer out. Silence is `{}` to an agent that calls by
 * itself, and nothing at all (204) to the hook's process, which names its call and prints what it gets. 409: answer by yourself.
 */
export function hookRoute({ answerHook, about }: DaemonCore) {
  let calls = 0;
  return async (context: Context): Promise<Response> => {
    const { agent = '', event = '' } = context.req.param();
    const named = context.req.header('tackroom-call');
    const engine = context.req.header('tackroom-engine');
    const answer = await answerHook(
      {
        ...{ agent, event, payload: await context.req.text() },
        id: named ?? `daemon-${about.pid}-${about.since}-${++calls}`,
        ...(engine === undefined ? {} : { engine: decodeURIComponent(engine) }),
      },
      context.req.raw.signal,
    );
    if (answer.kind === 'refused') return context.json({ error: answer.message }, 409);
    if (answer.text !== '') return context.body(answer.text, 200, { 'content-type': 'application/json' });
    return named === undefined ? context.json({}) : context.body(null, 204);
  };
}
