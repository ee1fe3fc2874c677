import path from 'node:path';
import { runScriptedAgent } from '#agents/run-scripted-agent.ts';
import { countTokens } from '#delivery/count-tokens.ts';
import type { AgentEvent } from '#kernel/records/agent-event.ts';
import { readOwnFile } from '#platform/files/scratch-folder.ts';
import { findOwnPackage } from '#platform/install/own-package.ts';
import { loadRules } from './harness/load-rules.ts';
import { applyInit, planInit } from './init.ts';
import { answerAsPerson } from './rehearsal/answer-as-person.ts';
import { saidToAgent } from './rehearsal/said-to-agent.ts';
import { makeSampleProject, type SampleProject } from './rehearsal/sample-project.ts';

/** What a rehearsal shows while it goes. */
export type RehearsalEvent =
  | { type: 'project'; folder: string }
  | { type: 'wired'; files: string[] }
  | { type: 'answered'; question: string; answer: string }
  | { type: 'agent'; event: AgentEvent; tokens: number }
  | { type: 'ended'; summary: RehearsalSummary };

export interface RehearsalSummary {
  tasks: number;
  /** Texts that reached the agent, and what they cost: in all, and moment by moment, in the order they first came. */
  told: number;
  tokens: number;
  moments: { moment: string; told: number; tokens: number }[];
  denied: number;
  held: number;
  /** Steps of the script that waited to be told something and were not: the rehearsal has failed. */
  stuck: number;
}

export interface RehearsalOptions {
  show: (event: RehearsalEvent) => void;
  /** Leave the sample project where it is, to look around in. */
  keep: boolean;
}

const tasks = ['task-1.json', 'task-2.json'];

/**
 * The whole loop on a sample project in a temporary folder, offline: the harness is set up, and an agent whose model is
 * a script works through its tasks while the real hooks speak to it.
 */
export async function rehearse(
  env: Record<string, string | undefined>,
  options: RehearsalOptions,
  signal?: AbortSignal,
): Promise<RehearsalSummary> {
  const { folder: own } = findOwnPackage(import.meta.url);
  const project = await makeSampleProject(own, env, signal);
  try {
    return await perform(project, { own, show: options.show }, signal);
  } finally {
    if (!options.keep) project.remove();
  }
}

async function perform(
  project: SampleProject,
  { own, show }: { own: string; show: (event: RehearsalEvent) => void },
  signal?: AbortSignal,
): Promise<RehearsalSummary> {
  show({ type: 'project', folder: project.root });
  show({ type: 'wired', files: await setUp(project, signal) });
  const person = readOwnFile(path.join(own, 'rehearsal', 'person.json'));
  const summary: RehearsalSummary = { tasks: tasks.length, told: 0, tokens: 0, moments: [], denied: 0, held: 0, stuck: 0 };
  for (const [index, file] of tasks.entries()) {
    await runTask(
      { script: readOwnFile(path.join(own, 'rehearsal', file)), session: `rehearsal-${index + 1}` },
      { person, project, summary, show },
      signal,
    );
  }
  show({ type: 'ended', summary });
  return summary;
}

async function setUp(project: SampleProject, signal?: AbortSignal): Promise<string[]> {
  const plan = await planInit({ cwd: project.root, env: project.env }, signal);
  applyInit(plan);
  loadRules(project.root); // what cannot run here is said now, not by an agent that waits in vain
  await project.commit('Set Tackroom up', signal);
  return plan.changes.map((change) => change.path);
}

interface Stage {
  /** What the person answers, as JSON. */
  person: string;
  project: SampleProject;
  summary: RehearsalSummary;
  show: (event: RehearsalEvent) => void;
}

async function runTask(task: { script: string; session: string }, stage: Stage, signal?: AbortSignal): Promise<void> {
  const onEvent = (event: AgentEvent) => {
    const said = saidToAgent(event);
    const tokens = countTokens(said?.text ?? '');
    if (said !== undefined) addCost(stage.summary, said.moment, tokens);
    count(stage.summary, event);
    stage.show({ type: 'agent', event, tokens });
  };
  const { root, env } = stage.project;
  const over = new AbortController();
  const present = signal === undefined ? over.signal : AbortSignal.any([over.signal, signal]);
  const onAnswer = (said: { question: string; answer: string }) => stage.show({ type: 'answered', ...said });
  const person = answerAsPerson(stage.person, { root, env, onAnswer }, present);
  const agent = runScriptedAgent({ workspace: root, ...task, env, onEvent }, present).finally(() => over.abort());
  try {
    await Promise.all([agent, person]);
  } finally {
    over.abort();
    await Promise.allSettled([agent, person]); // whichever fails, the other ends before the project goes
  }
}

function addCost(summary: RehearsalSummary, moment: string, tokens: number): void {
  summary.told += 1;
  summary.tokens += tokens;
  const known = summary.moments.find((one) => one.moment === moment);
  if (known === undefined) summary.moments.push({ moment, told: 1, tokens });
  else {
    known.told += 1;
    known.tokens += tokens;
  }
}

function count(summary: RehearsalSummary, event: AgentEvent): void {
  if (event.type === 'denied') summary.denied += 1;
  if (event.type === 'held') summary.held += 1;
  if (event.type === 'stuck') summary.stuck += 1;
}
