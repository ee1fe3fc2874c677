import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '../../src/platform/process/run-process.ts';
import { newItems } from './conversation.ts';
import { summaryText } from './model-server.ts';
import type { Step } from './script.ts';
import type { World } from './world.ts';

/** What the model was shown for the first time in its nth request for a step (from 0), its own words left out. */
export function shown(world: World, n: number): string {
  const { steps } = world.model;
  const exchange = steps[n];
  if (exchange === undefined) return assert.fail(`The agent asked its model for ${steps.length} steps, not for ${n + 1}.`);
  const items = newItems(steps[n - 1]?.request, exchange.request);
  return items.flatMap((item) => (item.from === 'assistant' ? [] : [item.text])).join('\n');
}

/** What the request shows after the summary: findings that were said before it can be kept, word for word, in front. */
export function sinceSummary(world: World, n: number): string {
  const items = world.model.steps[n]?.request.items ?? [];
  const summaryAt = items.findLastIndex((item) => item.text.includes(summaryText));
  assert.ok(summaryAt >= 0, 'the agent does not show the summary');
  return items
    .slice(summaryAt + 1)
    .map((item) => item.text)
    .join('\n');
}

/** The finding of the guardrail `fetch-deadline` as the agent must hear it. */
export function assertFinding(text: string, place: string): void {
  assert.match(text, /\b1 finding \(1 P1\)/);
  assert.ok(text.includes('[fetch-deadline]') && text.includes(place), `no finding of fetch-deadline at ${place} in:\n${text}`);
}

/** The model is told a text in its nth request (from 0), or in the request that follows the reply in which it did something. */
export function assertTold(world: World, where: { at: number } | { after: Step }, text: string): void {
  const at = 'at' in where ? where.at : requestAfter(world, where.after);
  const told = shown(world, at);
  assert.ok(told.includes(text), `not told "${text}" in request ${at}, but:\n${told}`);
}

/** Requests and replies take turns, so the reply of a step answers the request with the step's own number. */
function requestAfter(world: World, action: Step): number {
  const step = world.model.tasks.flatMap(({ steps }) => steps).findIndex((one) => isDeepStrictEqual(one, action));
  assert.ok(step >= 0, `no step of the script is ${JSON.stringify(action)}`);
  return step + 1;
}

export function assertSilent(text: string): void {
  assert.doesNotMatch(text, /Tackroom/);
}

/** The agent came to the end of the script by itself and asked for no step more. */
export function assertEnded(world: World, outcome: Outcome, steps: number): void {
  assert.deepEqual({ kind: outcome.kind, code: outcome.kind === 'exited' ? outcome.code : undefined }, { kind: 'exited', code: 0 });
  assert.equal(world.model.steps.length, steps, 'requests for a step');
}

/** Every record that hooks wrote to the spools of this world's repositories. */
export function spooled(world: World): { type: string; [key: string]: unknown }[] {
  const state = path.join(world.home, '.local/state/tackroom');
  if (!fs.existsSync(state)) return [];
  const files = fs.readdirSync(state, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'));
  return files.flatMap((name) =>
    fs
      .readFileSync(path.join(state, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  );
}
