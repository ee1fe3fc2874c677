import * as z from 'zod';
import { flow } from '#app/flow.ts';
import { answerCall, type Said, type ToolAbout } from './answer-call.ts';

const input = z.strictObject({
  paths: z.array(z.string().min(1)).min(1).max(50).describe('files you are about to change, relative to the repository'),
  what: z.string().max(4_000).optional().describe('what you are about to do, in a sentence'),
});

const output = z.strictObject({
  items: z.array(z.strictObject({ id: z.string(), kind: z.string(), page: z.string(), text: z.string() })),
  checked: z.array(z.strictObject({ id: z.string(), title: z.string(), page: z.string() })),
  report: z.string(),
});

/** `guidance`: what of the harness bears on files before they are changed. */
export function registerGuidance(about: ToolAbout): void {
  const config = {
    title: 'What bears on these files',
    description: 'Rules and pages of this repository that bear on files you are about to change. Ask before you write.',
    inputSchema: input,
    outputSchema: output,
    annotations: { readOnlyHint: true, idempotentHint: true, destructiveHint: false, openWorldHint: false },
  };
  about.server.registerTool('guidance', config, ({ paths, what }, context) =>
    answerCall(about, context, async ({ root }) => {
      const { guidanceFor } = await flow.guidance();
      return say(guidanceFor({ cwd: root, paths, ...(what === undefined ? {} : { what }) }));
    }),
  );
}

type Guidance = Pick<z.infer<typeof output>, 'items' | 'checked'>;

function say({ items, checked }: Guidance): Said {
  const lines = [
    items.length === 0 ? 'Tackroom: nothing that people judge bears on these files.' : 'Tackroom, on these files:',
    ...items.map(({ kind, text }) => `- ${kind === 'bullet' || kind === 'guardrail' ? '' : 'Read '}${text}`),
    ...(checked.length === 0 ? [] : [`Checked after each edit: ${checked.map(({ id, title }) => `${title} [${id}]`).join('; ')}.`]),
  ];
  const report = lines.join('\n');
  return { text: report, data: { items, checked, report } };
}
