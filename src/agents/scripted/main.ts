// A coding agent whose model is a script: a real process that edits files, runs commands and calls the hooks of its
// workspace as Codex does. Usage: main.ts SESSION-ID < script.json   (in the workspace)
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { AgentEvent } from '#kernel/records/agent-event.ts';
import { openTarget, stageWrite } from '#platform/files/write-files.ts';
import { findRepository } from '#platform/git/find-repository.ts';
import { runProcess } from '#platform/process/run-process.ts';
import { readStdin, writeStdout } from '#platform/process/stdin.ts';
import { callHooks, type HookReply } from './call-hooks.ts';
import { type Script, type Step, scriptSchema } from './script.ts';

/** Of what a command prints; a model is shown no more either. */
const mostOutput = 8_000;

/** A script that keeps being held does not go on for ever. */
const mostHolds = 5;

class ScriptedAgent {
  private readonly about: { root: string; cwd: string; session: string };
  private readonly script: Script;
  /** What the model has been told since it last acted. */
  private heard = '';
  private holds = 0;

  constructor(script: Script, about: { root: string; cwd: string; session: string }) {
    this.script = script;
    this.about = about;
  }

  async run(): Promise<void> {
    emit({ type: 'task', text: this.script.task });
    this.hear('session start', await this.call('SessionStart', { source: 'startup' }));
    this.hear('at the prompt', await this.call('UserPromptSubmit', { prompt: this.script.task }));
    for (const step of this.script.steps) {
      const unheard = [step.when ?? []].flat().find((text) => !this.heard.includes(text));
      if (unheard !== undefined) return emit({ type: 'stuck', text: `The script waits to be told "${unheard}", and was not.` });
      if (await this.take(step)) return emit({ type: 'stopped' });
    }
  }

  /** True when the agent has stopped for good. */
  private async take(step: Step): Promise<boolean> {
    if (step.say !== undefined) emit({ type: 'said', text: step.say });
    if (step.edit !== undefined || step.run !== undefined) this.heard = '';
    if (step.edit !== undefined) await this.edit(step.edit);
    if (step.run !== undefined) await this.runCommand(step.run);
    if (step.compact === true) await this.compact();
    return step.stop === true && (await this.stop());
  }

  private async edit(edit: { path: string; content: string }): Promise<void> {
    const lines = edit.content.split('\n').slice(0, -1);
    const patch = ['*** Begin Patch', `*** Add File: ${edit.path}`, ...lines.map((line) => `+${line}`), '*** End Patch'].join('\n');
    const fields = { tool_name: 'apply_patch', tool_input: { command: patch }, tool_use_id: randomUUID() };
    const before = await this.call('PreToolUse', fields);
    if (before.denied !== undefined) return this.deny(`edit of ${edit.path}`, before.denied, before.ms);
    stageWrite(openTarget(this.about.root, edit.path), edit.content).commit();
    emit({ type: 'edited', path: edit.path, lines: lines.length });
    this.hear(`before edit of ${edit.path}`, before);
    this.hear(`after edit of ${edit.path}`, await this.call('PostToolUse', { ...fields, tool_response: 'Success.' }));
  }

  private async runCommand(command: string): Promise<void> {
    const fields = { tool_name: 'Bash', tool_input: { command }, tool_use_id: randomUUID() };
    const before = await this.call('PreToolUse', fields);
    if (before.denied !== undefined) return this.deny(command, before.denied, before.ms);
    this.hear('before command', before);
    const started = performance.now();
    const outcome = await runProcess(['bash', '-c', command], { cwd: this.about.cwd, timeoutMs: 60_000 });
    const output = outcome.stdout.trim().slice(0, mostOutput);
    this.heard += output;
    emit({ type: 'ran', command, code: outcome.kind === 'exited' ? outcome.code : 1, output, ms: performance.now() - started });
    this.hear('after command', await this.call('PostToolUse', { ...fields, tool_response: outcome.stdout }));
  }

  private deny(command: string, reason: string, ms: number): void {
    this.heard += reason;
    emit({ type: 'denied', command, reason, ms });
  }

  private async compact(): Promise<void> {
    this.heard = '';
    await this.call('PreCompact', { trigger: 'auto' });
    emit({ type: 'compacted' });
    this.hear('after compaction', await this.call('SessionStart', { source: 'compact' }));
  }

  private async stop(): Promise<boolean> {
    const reply = await this.call('Stop', { stop_hook_active: this.holds > 0, last_assistant_message: 'Done.' });
    if (reply.held === undefined || this.holds >= mostHolds) return true;
    this.holds += 1;
    this.heard = reply.held;
    emit({ type: 'held', reason: reply.held, ms: reply.ms });
    return false;
  }

  private call(eventName: string, fields: Record<string, unknown>): Promise<HookReply> {
    return callHooks(this.about, eventName, fields);
  }

  private hear(moment: string, reply: HookReply): void {
    for (const text of reply.context) {
      this.heard += text;
      emit({ type: 'told', moment, text, ms: reply.ms });
    }
  }
}

function emit(event: AgentEvent): void {
  writeStdout(`${JSON.stringify(event)}\n`);
}

const cwd = process.cwd();
const root = findRepository(cwd)?.root ?? path.resolve(cwd);
const script = scriptSchema.parse(JSON.parse(readStdin()));
await new ScriptedAgent(script, { root, cwd, session: process.argv[2] ?? randomUUID() }).run();
