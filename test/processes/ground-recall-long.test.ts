import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import * as z from 'zod';
import { groundTask } from '#app/ground/ground-task.ts';
import { systemClock } from '#kernel/clock.ts';
import { guidanceCasesSchema } from '#kernel/records/guidance-cases.ts';
import type { ReadingList } from '#kernel/records/reading-list.ts';
import { makeRepository } from '../make-repository.ts';

const fixtures = path.join(import.meta.dirname, '..', 'fixtures');
const first = 10;

/** Of what labels ask for, so much is among the first ten: floors a little below what is measured, so that a change that costs shows. */
const floors = { pages: 0.85, guardrails: 0.75 };

describe('recall of reading lists', () => {
  for (const name of ['storefront', 'ledger', 'beacon']) {
    it(`holds for the labelled tasks of ${name}, which nobody wrote for it`, async (context) => {
      const folder = path.join(fixtures, 'guidance', name);
      if (!fs.existsSync(path.join(folder, 'harness/evals/guidance.yaml'))) return context.skip(`${name} is not there`);
      const { pages, guardrails } = await withCopy(folder, recallOf);
      assert.ok(pages >= floors.pages, `pages: ${pages.toFixed(3)}`);
      assert.ok(guardrails >= floors.guardrails, `guardrails: ${guardrails.toFixed(3)}`);
    });
  }

  it('holds for tasks of this repository', async () => {
    const root = path.resolve(import.meta.dirname, '..', '..');
    const { tasks } = ownTasks.parse(parse(fs.readFileSync(path.join(fixtures, 'ground', 'own-tasks.yaml'), 'utf8')));
    const share = await withState(async (env) => {
      let [found, wanted] = [0, 0];
      for (const { task, pages } of tasks) {
        const listed = new Set(readIn(await groundTask({ cwd: root, env, clock: systemClock, task: [task] })));
        found += pages.filter((page) => listed.has(page)).length;
        wanted += pages.length;
      }
      return found / wanted;
    });
    assert.ok(share >= 0.85, `pages: ${share.toFixed(3)}`);
  });
});

const ownTasks = z.strictObject({
  tasks: z.array(z.strictObject({ task: z.string(), pages: z.array(z.string()), files: z.array(z.string()) })),
});

async function recallOf(root: string, env: Record<string, string>): Promise<{ pages: number; guardrails: number }> {
  const { cases } = guidanceCasesSchema.parse(parse(fs.readFileSync(path.join(root, 'harness/evals/guidance.yaml'), 'utf8')));
  const sums = { pages: [0, 0], guardrails: [0, 0] };
  for (const { task, needs } of cases) {
    const list = await groundTask({ cwd: root, env, clock: systemClock, task: [task] });
    const told = { pages: new Set(readIn(list)), guardrails: new Set(list.judges.guardrails.slice(0, first).map(({ id }) => id)) };
    for (const { item } of needs.filter((need) => need.item.endsWith('.md') || !need.item.includes('/'))) {
      const kind = item.endsWith('.md') ? 'pages' : 'guardrails';
      const [hits = 0, all = 0] = sums[kind];
      sums[kind] = [hits + Number(told[kind].has(item)), all + 1];
    }
  }
  const share = ([hits = 0, all = 0]: number[]) => hits / Math.max(1, all);
  return { pages: share(sums.pages), guardrails: share(sums.guardrails) };
}

/** Paths of the first ten pages, in the order they are listed. */
function readIn({ reading, qa }: ReadingList): string[] {
  return [...reading.flatMap((entry) => entry.path ?? []), ...qa.journeys.map((journey) => journey.path)].slice(0, first);
}

/** A repository of its own: its pages lie where pages lie, and its history says nothing. */
async function withCopy<T>(folder: string, act: (root: string, env: Record<string, string>) => Promise<T>): Promise<T> {
  const root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'tackroom-recall-'));
  try {
    fs.cpSync(folder, root, { recursive: true });
    makeRepository(root);
    execFileSync('git', ['add', '--all'], { cwd: root });
    return await act(root, { XDG_STATE_HOME: path.join(root, '.git', 'state') });
  } finally {
    fs.rmSync(root, { recursive: true });
  }
}

async function withState<T>(act: (env: Record<string, string>) => Promise<T>): Promise<T> {
  const state = fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-recall-'));
  try {
    return await act({ XDG_STATE_HOME: state });
  } finally {
    fs.rmSync(state, { recursive: true });
  }
}
