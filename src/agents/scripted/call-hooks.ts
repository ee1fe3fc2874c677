import path from 'node:path';
import * as z from 'zod';
import { readInside } from '#platform/files/read-inside.ts';
import { runProcess } from '#platform/process/run-process.ts';

const hookFileSchema = z.looseObject({
  hooks: z.record(
    z.string(),
    z.array(
      z.looseObject({
        matcher: z.string().optional(),
        hooks: z.array(z.looseObject({ type: z.literal('command'), command: z.string(), timeout: z.number().optional() })),
      }),
    ),
  ),
});

/** The answer shapes that Codex 0.169 accepts; it refuses an unknown key, and so do we. */
const answerSchema = z.strictObject({
  decision: z.literal('block').optional(),
  reason: z.string().optional(),
  hookSpecificOutput: z
    .strictObject({
      hookEventName: z.string(),
      additionalContext: z.string().optional(),
      permissionDecision: z.literal('deny').optional(),
      permissionDecisionReason: z.string().optional(),
    })
    .optional(),
});

export interface HookReply {
  context: string[];
  denied?: string;
  held?: string;
  ms: number;
}

/** Calls the hooks wired in `.codex/hooks.json` for an event, one after the other, as Codex does: JSON in, JSON out. */
export async function callHooks(
  about: { root: string; cwd: string; session: string },
  eventName: string,
  fields: Record<string, unknown>,
): Promise<HookReply> {
  const reply: HookReply = { context: [], ms: 0 };
  const payload = {
    session_id: about.session,
    transcript_path: path.join(about.root, 'transcript.jsonl'),
    cwd: about.cwd,
    hook_event_name: eventName,
    model: 'scripted',
    permission_mode: 'default',
    turn_id: 'turn-1',
    ...fields,
  };
  const started = performance.now();
  for (const hook of matching(about.root, eventName, fields.tool_name)) {
    const outcome = await runProcess(['sh', '-c', hook.command], {
      cwd: about.cwd,
      input: JSON.stringify(payload),
      timeoutMs: (hook.timeout ?? 600) * 1000,
    });
    if (outcome.kind === 'exited' && outcome.code === 0 && outcome.stdout.trim() !== '')
      take(reply, answerSchema.parse(JSON.parse(outcome.stdout)));
  }
  reply.ms = performance.now() - started;
  return reply;
}

function matching(root: string, eventName: string, toolName: unknown): { command: string; timeout?: number | undefined }[] {
  const text = readInside(root, '.codex/hooks.json');
  if (text === undefined) return [];
  const groups = hookFileSchema.parse(JSON.parse(text)).hooks[eventName] ?? [];
  return groups.flatMap((group) =>
    typeof toolName !== 'string' || group.matcher === undefined || new RegExp(group.matcher).test(toolName) ? group.hooks : [],
  );
}

function take(reply: HookReply, answer: z.infer<typeof answerSchema>): void {
  const { additionalContext, permissionDecision, permissionDecisionReason } = answer.hookSpecificOutput ?? {};
  if (additionalContext !== undefined) reply.context.push(additionalContext);
  if (permissionDecision === 'deny') reply.denied = permissionDecisionReason ?? '';
  if (answer.decision === 'block') reply.held = answer.reason ?? '';
}
