import type { GuidanceItem } from '#kernel/records/guidance.ts';

/**
 * Guidance in an agent's words: rules as a list, then pages to read. One item needs no list. Empty without items.
 * `lead` says what they are about, such as `before you edit src/a.ts`.
 */
export function renderPacket(items: readonly GuidanceItem[], lead: string): string {
  if (items.length === 0) return '';
  const rules = items.filter(({ kind }) => kind === 'bullet' || kind === 'guardrail');
  const pages = items.filter((item) => !rules.includes(item));
  const journeys = pages.filter(({ kind }) => kind === 'journey');
  const reading = pages.filter(({ kind }) => kind !== 'journey');
  const lines = [
    ...rules.map(({ text }) => `- ${text}`),
    ...reading.map(({ text }) => `- Read ${text}`),
    ...journeys.map(({ text }) => `- Before you stop, walk through ${text}`),
  ];
  return `Tackroom, ${lead}:\n${lines.join('\n')}`;
}
