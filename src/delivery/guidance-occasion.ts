import { changedCode } from './guidance/changed-code.ts';
import { isRenaming } from './guidance/is-renaming.ts';
import { weighWords } from './guidance/word-weights.ts';

/** What an agent is about to do, or was asked to, as far as guidance is chosen by it. */
export type Occasion = TaskOccasion | WorkOccasion;

/** What a person asked for. */
export interface TaskOccasion {
  kind: 'task';
  text: string;
  words: Record<string, number>;
}

/** Edits or a command, and what is known of the task they serve. */
export interface WorkOccasion {
  kind: 'work';
  edits: EditFacts[];
  /** A command that is about to run. */
  run?: string;
  asked: Asked;
}

/** What the task has in common with the guidance: which signs its words have, and the words themselves by weight. */
export interface Asked {
  signs: readonly string[];
  words: Readonly<Record<string, number>>;
}

/** What an edit changes, without what is no change in meaning. */
export interface EditFacts {
  path: string;
  /** Lines of code that come in and go out, comments left out. */
  added: string;
  removed: string;
  /** Where nothing but texts in quotes was reworded: these texts alone. */
  texts?: string;
  /** The file as it is after, and the lines of it around the edit. */
  after: string;
  around: string;
  creates: boolean;
  words: Record<string, number>;
}

export interface Edit {
  /** Relative to the repository. */
  path: string;
  added: string;
  removed: string;
  /** Text of the file before; absent where there was none. */
  before?: string;
  /** `added` is the whole file. */
  whole?: true;
}

export function occasionOfTask(text: string): TaskOccasion {
  return { kind: 'task', text: text.slice(0, longestText), words: weighWords(text.slice(0, longestText)) };
}

/** Edits that only rename, move or comment leave no trace: nobody needs to be told anything for them. */
export function occasionOfEdits(edits: readonly Edit[], asked: Asked): WorkOccasion {
  return { kind: 'work', edits: edits.flatMap(factsOf), asked };
}

export function occasionOfCommand(run: string, asked: Asked): WorkOccasion {
  return { kind: 'work', edits: [], run: run.slice(0, longestText), asked };
}

/** Longer texts are generated, pasted or attacks; their beginning tells what they are. */
const longestText = 40_000;

function factsOf({ path, added, removed, before, whole }: Edit): EditFacts[] {
  const after = (whole === true || before === undefined ? added : replaced(before, removed, added)).slice(0, longestText);
  const old = whole === true ? (before ?? '') : removed;
  const isPlaced = before !== undefined && removed !== '' && before.includes(removed);
  // a piece of a line changes the whole of it
  const change = isPlaced ? changedCode(path, before.slice(0, longestText), after) : changedCode(path, old.slice(0, longestText), added);
  if (change.added.trim() === '' && change.removed.trim() === '') return [];
  if (hasLocals(path) && isRenaming(change)) return [];
  const words = weighWords(`${change.added}\n${change.removed}`);
  return [{ path, ...change, after, around: linesAround(after, added), creates: before === undefined, words }];
}

/** In languages where the name of a variable is nobody else's business; in SQL or YAML each name is. */
function hasLocals(path: string): boolean {
  return /\.(?:[cm]?[jt]sx?|vue|svelte|pyi?|go|rs|java|kts?|swift|scala|c|h|cc|cpp|hpp|cs|php|dart|rb|exs?)$/i.test(path);
}

const nearLines = 25;

function linesAround(text: string, piece: string): string {
  const at = text.indexOf(piece);
  if (at === -1) return text;
  const first = text.slice(0, at).split('\n').length - 1;
  const last = first + piece.split('\n').length;
  return text
    .split('\n')
    .slice(Math.max(0, first - nearLines), last + nearLines)
    .join('\n');
}

/** Pieces from several places of a file are not found as one: then what comes in stands for itself. */
function replaced(before: string, removed: string, added: string): string {
  return removed !== '' && before.includes(removed) ? before.replace(removed, () => added) : `${before}\n${added}`;
}
