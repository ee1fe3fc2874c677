import path from 'node:path';
import type { Clock } from '#kernel/clock.ts';
import type { DaemonAbout } from '#kernel/records/daemon-about.ts';
import type { Repository } from '#platform/git/find-repository.ts';
import { type HeldSocket, holdSocket } from '#platform/net/hold-socket.ts';
import type { HttpListener } from '#platform/net/local-server.ts';
import { type ServedPort, servePort } from '#platform/net/serve-port.ts';
import { keepSecret } from '#platform/state/keep-secret.ts';
import { ownFolder } from '#platform/state/own-folder.ts';
import { stateFolder } from '#platform/state/state-folder.ts';
import { askAbout } from './daemon/ask-about.ts';
import { askFiles } from './daemon/ask-files.ts';
import { askScript } from './daemon/ask-script.ts';
import { type EndReason, lifetime } from './daemon/lifetime.ts';
import { loadParts } from './daemon/load-parts.ts';
import { type WarmEngine, warmEngine } from './daemon/warm-engine.ts';
import { type AnswerCall, type WarmAnswer, type WarmCall, warmHooks } from './daemon/warm-hooks.ts';
import { daemonSocket } from './hook/daemon-place.ts';
import { pickUpMailboxes } from './inbox/pick-up-mailbox.ts';
import { requireRepository } from './setup/require-repository.ts';

export interface DaemonRequest {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** 0: any free one. */
  port: number;
  /** How long it stays with nothing to do. */
  idleMs: number;
  clock: Clock;
  answer: AnswerCall;
  /** Called once it answers. */
  onReady(about: DaemonAbout): void;
}

/** What a daemon gives to those who speak for it. */
export interface DaemonCore {
  about: DaemonAbout;
  /** What a client of the port must know. */
  token: string;
  answerHook(call: WarmCall, signal: AbortSignal): Promise<WarmAnswer>;
  end(): void;
}

/** What speaks HTTP for it: at the socket, which only this user reaches, and at the port, which every program of this machine does. */
export interface DaemonVoices {
  socket: HttpListener;
  port: HttpListener;
}

export type DaemonRun = { kind: 'ended'; why: EndReason } | { kind: 'already-running'; about: DaemonAbout };

interface DaemonPlace {
  repository: Repository;
  state: string;
  engine: WarmEngine;
}

/** Answers the hooks of a repository until nobody wants that any more. One process a repository does: another ends at once. */
export async function runDaemon(
  request: DaemonRequest,
  speak: (core: DaemonCore) => DaemonVoices,
  signal: AbortSignal,
): Promise<DaemonRun> {
  const repository = requireRepository(request.cwd);
  const state = stateFolder(repository.commonDir, request.env);
  ownFolder(state);
  const known = await askAbout(state);
  if (known.kind === 'running') return { kind: 'already-running', about: known.about };
  const place = { repository, state, engine: warmEngine(request.env) };
  await loadParts();
  let voices: DaemonVoices | undefined;
  const port = await servePort((incoming, outgoing) => voices?.port(incoming, outgoing), request.port);
  try {
    return await serveAt(port, place, { request, speak: (core) => (voices = speak(core)), signal });
  } finally {
    await port.close(graceMs);
  }
}

/** Answers that are being made may take this long when it ends. */
const graceMs = 2000;

interface Serving {
  request: DaemonRequest;
  speak(core: DaemonCore): DaemonVoices;
  signal: AbortSignal;
}

async function serveAt({ port }: ServedPort, place: DaemonPlace, { request, speak, signal }: Serving): Promise<DaemonRun> {
  const { repository, state, engine } = place;
  const life = lifetime();
  const token = keepSecret(path.join(state, 'daemon.token'));
  const files = askFiles(askScript({ pid: process.pid, port, token }), request.env);
  const about = describe(port, place, request.clock);
  const answerHook = warmHooks({
    ...{ env: request.env, commonDir: repository.commonDir, engine, answer: request.answer, now: () => request.clock.now() },
    onServed: (root, wanted) => {
      life.served();
      if (wanted) files.add(root);
      else life.end('the harness wants none');
    },
    onRefused: life.refused,
  });
  const voices = speak({ about, token, answerHook, end: () => life.end('it was asked to') });
  const socket = await hold(voices, state);
  if (socket === undefined) return alreadyRunning(state, about);
  try {
    files.add(repository.root);
    request.onReady(about);
    const onLook = () => pickUp(repository.root, request);
    const watched = { commonDir: repository.commonDir, socket, engine, idleMs: request.idleMs, onLook };
    return { kind: 'ended', why: await life.over(watched, signal) };
  } finally {
    files.removeAll();
    await socket.close(graceMs);
  }
}

/** What agents ask from their sandboxes reaches people while it runs. */
function pickUp(root: string, { env, clock }: DaemonRequest): void {
  try {
    pickUpMailboxes(root, { env, clock });
  } catch {
    // a worktree that is being removed, a folder that cannot be written: the next look is in a second, and hooks are answered meanwhile
  }
}

function describe(port: number, { repository, engine }: DaemonPlace, clock: Clock): DaemonAbout {
  const { folder, version } = engine;
  return { version, pid: process.pid, port, since: clock.now(), repository: repository.commonDir, engine: folder };
}

function hold(voices: DaemonVoices, state: string): Promise<HeldSocket | undefined> {
  const isTaken = async () => (await askAbout(state)).kind === 'running';
  return holdSocket(voices.socket, { folder: state, name: daemonSocket, isTaken });
}

/** It was not there a moment ago. */
async function alreadyRunning(state: string, own: DaemonAbout): Promise<DaemonRun> {
  const other = await askAbout(state);
  return { kind: 'already-running', about: other.kind === 'running' ? other.about : own };
}
