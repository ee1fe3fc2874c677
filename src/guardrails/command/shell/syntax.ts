/** A piece of a word as it stands in the line, before the shell expands it. */
export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'parameter'; name: string; index: string; operator: string; operand: Word[]; quoted: boolean }
  | { kind: 'substitution'; script: Script; quoted: boolean }
  | { kind: 'process'; script: Script }
  | { kind: 'arithmetic'; parts: Word }
  | { kind: 'braces'; choices: Word[] };

export type Word = Part[];

export interface Assignment {
  name: string;
  append: boolean;
  /** `each`: the variable of a `for` loop, which takes the values in turn. */
  form: 'text' | 'array' | 'each';
  values: Word[];
}

export interface Redirect {
  /** The descriptor before the operator; empty where there is none. */
  descriptor: string;
  operator: string;
  /** The file, the descriptor, or the text of a here-string or here-document. */
  target: Word;
}

interface Placed {
  redirects: Redirect[];
  /** It reads the output of the node before it. */
  piped: boolean;
  /** It may be passed over: it stands after `&&` or `||`, or in a branch or a loop. */
  maybe: boolean;
}

export type Node =
  | (Placed & { kind: 'simple'; assignments: Assignment[]; words: Word[] })
  | (Placed & { kind: 'group'; body: Script })
  | (Placed & { kind: 'function'; name: string; body: Script });

/** Commands in the order in which they stand; branches and loops are flat, since each of them may run. */
export type Script = Node[];
