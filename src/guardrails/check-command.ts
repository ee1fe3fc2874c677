import { monotonicMs } from '#kernel/clock.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { CommandCheck } from '#kernel/records/guardrail.ts';
import { listCommands } from './command/list-commands.ts';
import { matchDeny, type Search } from './command/match-deny.ts';
import { isUnknown } from './command/programs/words.ts';
import { renderCommand } from './command/render-command.ts';
import type { RunCommand } from './command/run-command.ts';
import { searchTexts } from './command/search-texts.ts';
import { mayConcern } from './may-concern.ts';

export interface CommandVerdict {
  /** Each rule that the line breaks, with the command that breaks it as it would run; at most one a rule. */
  hits: { rule: CompiledRule; command: string }[];
  /** The line could not be judged whole: too long, nested too deep, or cut off. Rules that fail closed are among the hits then. */
  incomplete: boolean;
}

const searchLimitMs = 200;

/** Judges a shell line by the rules of kind `command`; the others are passed over. Never throws. */
export function checkCommand(rules: readonly CompiledRule[], line: string): CommandVerdict {
  const asked = rules.filter((rule) => mayConcern([rule], line));
  if (asked.length === 0) return { hits: [], incomplete: false };
  const { commands, incomplete } = listCommands(line);
  const search = new BoundedSearch();
  const hits = asked.flatMap((rule) => {
    if (rule.check.kind !== 'command') return [];
    const command = findDenied(rule.check, commands, search.run);
    if (command) return [{ rule, command: renderCommand(command.words) }];
    return rule.check.failClosed && (incomplete || search.gaveUp) ? [{ rule, command: renderCommand([line]) }] : [];
  });
  return { hits, incomplete: incomplete || search.gaveUp };
}

function findDenied(check: CommandCheck, commands: RunCommand[], search: Search): RunCommand | undefined {
  return commands.find(({ words }) => check.deny.some((deny) => matchDeny(deny, words, search)));
}

/** Searches within one limit of time for the whole line. */
class BoundedSearch {
  gaveUp = false;
  #leftMs = searchLimitMs;

  readonly run: Search = (pattern, texts) => {
    if (this.gaveUp) return false;
    const startMs = monotonicMs();
    const found = searchTexts(
      pattern,
      texts.filter((text) => !isUnknown(text)),
      Math.ceil(this.#leftMs),
    );
    this.#leftMs -= monotonicMs() - startMs;
    this.gaveUp = found === undefined || this.#leftMs <= 0;
    return found ?? false;
  };
}
