import type { RehearsalEvent, RehearsalSummary } from '#app/rehearse.ts';
import type { AgentEvent } from '#kernel/records/agent-event.ts';
import type { Colors } from './colors.ts';
import { hang } from './hang.ts';
import { plural } from './plural.ts';
import { printable } from './printable.ts';
import { renderTable } from './render-table.ts';

/** Where the text begins, right of who speaks or acts. */
const left = 10;
const widest = 120;

/** A rehearsal as one reads it: who did what, and word for word what the agent was told. What it has heard before is cut short. */
export class RehearsalView {
  readonly #colors: Colors;
  readonly #columns: number;
  readonly #heard = new Set<string>();
  #said = '';
  /** Shown after the command that asked, which is told of when it is over. */
  #answered = '';
  #tasks = 0;

  constructor(colors: Colors, columns: number | undefined) {
    this.#colors = colors;
    this.#columns = Math.min(columns ?? widest, widest);
  }

  /** The lines of an event; empty where the next one says it better. */
  render(event: RehearsalEvent): string {
    switch (event.type) {
      case 'project':
        return this.#opening(event.folder);
      case 'wired':
        return this.#row('set up', `\`tackroom init\` wrote ${plural(event.files.length, 'file')}: ${countFiles(event.files)}.`);
      case 'answered':
        this.#answered = this.#row('person', `is asked "${event.question}", and answers: ${event.answer}`);
        return '';
      case 'agent':
        return this.#agent(event.event, event.tokens);
      case 'ended':
        return `\n${this.#ending(event.summary)}`;
    }
  }

  #opening(folder: string): string {
    const title = this.#colors.bold('Tackroom rehearsal:');
    const scripted = hang('an agent works through two tasks, and Tackroom corrects it. Its model is scripted.', 20, this.#columns);
    const real = hang(
      'The rest is real: files, git, commands, and the hooks with what they say. Nothing leaves this machine.',
      0,
      this.#columns,
    );
    return `${title} ${scripted}\n${real}\n\n${this.#row('project', folder)}`;
  }

  #agent(event: AgentEvent, tokens: number): string {
    const { bold, red } = this.#colors;
    switch (event.type) {
      case 'task':
        this.#tasks += 1;
        return `\n${bold(this.#row(`task ${this.#tasks}`, event.text))}`;
      case 'said':
        this.#said = event.text;
        return '';
      case 'edited':
        return this.#acts(`writes ${event.path} (${plural(event.lines, 'line')})`);
      case 'ran':
        return this.#ran(event, tokens);
      case 'compacted':
        return this.#acts('its context window is summarised');
      case 'told':
        return this.#told(event.moment, event.text, { tokens, ms: event.ms });
      case 'denied':
        return `${this.#acts(`wants to run ${firstLine(event.command)}`)}\n${this.#told('before the command: denied', event.reason, { tokens, ms: event.ms })}`;
      case 'held':
        return `${this.#acts('wants to stop')}\n${this.#told('at stop: held', event.reason, { tokens, ms: event.ms })}`;
      case 'stopped':
        return this.#acts('stops');
      case 'stuck':
        return red(this.#row('stuck', event.text));
    }
  }

  /** What a command of ours prints is for the agent; what others print is not shown. */
  #ran({ command, code, output, ms }: AgentEvent & { type: 'ran' }, tokens: number): string {
    const row = this.#acts(`runs ${firstLine(command)}${code === 0 ? '' : ` (exit ${code})`}`);
    const person = this.#answered;
    this.#answered = '';
    const told = tokens === 0 ? '' : this.#told('answers', output, { tokens, ms });
    return [row, person, told].filter((part) => part !== '').join('\n');
  }

  #acts(what: string): string {
    const said = this.#said === '' ? '' : `"${this.#said}" → `;
    this.#said = '';
    return this.#colors.cyan(this.#row('agent', said + what));
  }

  #told(moment: string, text: string, cost: { tokens: number; ms: number }): string {
    const { yellow, dim } = this.#colors;
    const head = `${yellow('tackroom'.padEnd(left))}${yellow(moment)} ${dim(`(${cost.tokens} tokens, ${Math.round(cost.ms)} ms)`)}`;
    const bar = `${' '.repeat(left)}${this.#colors.yellow('│')} `;
    return [head, ...this.#quote(text.split('\n').map(printable)).flatMap((line) => line.split('\n').map((part) => bar + part))].join('\n');
  }

  /** Of lines in a row that were heard before, the first and how many there are. */
  #quote(lines: readonly string[]): string[] {
    const { dim } = this.#colors;
    const room = this.#columns - left - 2;
    const known = lines.map((line) => this.#heard.has(line));
    for (const line of lines) this.#heard.add(line);
    return lines.flatMap((line, index) => {
      if (!known[index]) return hang(line, 0, room);
      if (known[index - 1]) return [];
      const end = known.indexOf(false, index);
      const more = (end === -1 ? known.length : end) - index - 1;
      const note = ` … (${more === 0 ? '' : `and ${plural(more, 'line')} more, `}as before)`;
      return dim(`${line.slice(0, Math.max(0, room - note.length))}${note}`);
    });
  }

  #ending({ tasks, told, tokens, moments, denied, held, stuck }: RehearsalSummary): string {
    const { green, red, bold } = this.#colors;
    const facts = `${plural(tasks, 'task')}, ${plural(told, 'text')} to the agent (${tokens.toLocaleString('en-US')} tokens in all), ${plural(denied, 'command')} denied, held ${plural(held, 'time')} at stop.`;
    const sense = hang('Every breach was told the moment it happened, and mended before the agent stopped.', 0, this.#columns);
    if (stuck === 0)
      return `${green('Over:')} ${hang(facts, 6, this.#columns)}\n${sense}\n\n${renderCosts(moments)}\nIn a repository of yours: ${bold('npm install -D tackroom && npx tackroom init')}`;
    return `${red('Failed:')} ${facts}\n${plural(stuck, 'time')} the script waited to be told something and was not.`;
  }

  #row(who: string, text: string): string {
    return `${who.padEnd(left)}${hang(printable(text), left, this.#columns)}`;
  }
}

/** What each moment cost, dearest first. */
function renderCosts(moments: RehearsalSummary['moments']): string {
  const rows = moments.toSorted((a, b) => b.tokens - a.tokens).map(({ moment, told, tokens }) => [`  ${moment}`, `${told}`, `${tokens}`]);
  return renderTable(['  moment', 'texts', 'tokens'], rows);
}

function countFiles(files: readonly string[]): string {
  const under = (folder: string) => files.filter((file) => file.startsWith(folder) && !file.endsWith('/README.md')).length;
  return `${plural(under('harness/guardrails/'), 'guardrail')}, ${plural(under('harness/runbooks/'), 'runbook')}, a section in AGENTS.md, hooks`;
}

function firstLine(command: string): string {
  const [first = '', ...rest] = command.split('\n');
  return rest.length === 0 ? first : `${first} … (${rest.length + 1} lines)`;
}
