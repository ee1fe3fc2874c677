import { MisuseError } from '#kernel/errors.ts';
import { nearest } from '#pages/nearest.ts';
import { concerns, type StarterFile, type StarterGuardrail, type Starters } from './starter-files.ts';

/** Which of the guardrails that are shipped a repository gets: a set of them, or those with these ids. */
export type StarterChoice = 'default' | 'all' | 'none' | readonly string[];

/** What belongs into a repository, and the guardrails it could have besides. */
export interface ChosenStarters {
  files: StarterFile[];
  offered: StarterGuardrail[];
}

/**
 * Of a set those guardrails that have something to look at; `paths`: the repository's files, and those it is expected to
 * get. Who names one gets it.
 */
export function chooseStarters({ files, guardrails }: Starters, choice: StarterChoice, paths: readonly string[]): ChosenStarters {
  const fitting = guardrails.filter((guardrail) => concerns(guardrail, paths));
  if (typeof choice !== 'string') {
    refuseSets(choice);
    refuseUnknown(choice, guardrails, fitting);
  }
  const chosen =
    typeof choice === 'string' ? fitting.filter(({ set }) => isIn(choice, set)) : guardrails.filter(({ id }) => choice.includes(id));
  const taken = new Set(chosen);
  return { files: [...files, ...chosen.map(({ file }) => file)], offered: fitting.filter((guardrail) => !taken.has(guardrail)) };
}

function isIn(choice: 'default' | 'all' | 'none', set: StarterGuardrail['set']): boolean {
  return choice === 'all' || choice === set;
}

const sets = ['default', 'all', 'none'];

/** The name of a set is no id, however many stand beside it. */
function refuseSets(ids: readonly string[]): void {
  const set = ids.find((id) => sets.includes(id));
  if (set === undefined) return;
  throw new MisuseError(`${JSON.stringify(set)} stands alone: it is no id of a guardrail that others can be joined to.`, {
    code: 'set-among-ids',
    facts: { set, ids },
    fix: 'Say --guardrails with default, all or none alone, or with ids and commas between them.',
  });
}

/** Those that fit are listed where none is near: all that there are would be pages of ids. */
function refuseUnknown(ids: readonly string[], guardrails: readonly StarterGuardrail[], fitting: readonly StarterGuardrail[]): void {
  const known = guardrails.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  const near = nearest(unknown, [...sets, ...known]);
  throw new MisuseError(`Tackroom ships no guardrail ${JSON.stringify(unknown)}.`, {
    code: 'no-such-starter',
    facts: { id: unknown },
    fix:
      near === undefined
        ? `Say default, all, none, or ids with commas between them. Those that fit this repository: ${fitting.map(({ id }) => id).join(', ')}.`
        : `Did you mean ${near}? \`tackroom init --dry-run\` lists those that fit this repository.`,
  });
}
