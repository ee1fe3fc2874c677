// The types that modules of kind `script` are written against: published as `tackroom/check`. It imports nothing, so that
// its declarations stand alone.

/** One check in code: what a guardrail of kind `script` runs over each file that its page matches. */
export interface ScriptCheck {
  /** Leaves files out before they are read, where the page's globs cannot tell them apart. */
  files?(path: string): boolean;
  /** Looks at one file and reports what is wrong with it. */
  check(file: CheckedFile, context: CheckContext): void | Promise<void>;
}

export interface CheckedFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Without their ends. */
  readonly lines: readonly string[];
  /** The root of the syntax tree, made when it is first asked for; undefined where ast-grep has no grammar for the file. */
  syntax(): SyntaxNode | undefined;
}

export interface CheckContext {
  /** Every file of the repository that git knows or would add. */
  readonly paths: readonly string[];
  /** Text of another file of the repository; undefined where it is missing, binary, over 2 MiB or outside. */
  read(path: string): Promise<string | undefined>;
  /** Says that the file under check breaks the rule. */
  report(breach: Breach): void;
}

/** Where the breach is, most exact first: `node`, `start` and `end`, `line`; without any of them it is the whole file. */
export interface Breach {
  node?: SyntaxNode;
  /** UTF-16 offset into the text, as in `text.slice(start, end)`. */
  start?: number;
  end?: number;
  /** From 1. */
  line?: number;
  /** What this breach adds to the page's message: a name, a count. */
  detail?: string;
  /** Text that would mend it, in place of what is reported. */
  replacement?: string;
}

/** The nodes of ast-grep's library, as far as a check needs them. */
export interface SyntaxNode {
  kind(): string;
  text(): string;
  range(): { start: SyntaxPosition; end: SyntaxPosition };
  isNamed(): boolean;
  parent(): SyntaxNode | null;
  children(): SyntaxNode[];
  ancestors(): SyntaxNode[];
  field(name: string): SyntaxNode | null;
  find(config: SyntaxQuery): SyntaxNode | null;
  findAll(config: SyntaxQuery): SyntaxNode[];
  matches(config: SyntaxQuery): boolean;
  getMatch(name: string): SyntaxNode | null;
  getMultipleMatches(name: string): SyntaxNode[];
}

/** Lines and columns from 0, as ast-grep counts them; `index` is a UTF-16 offset. */
export interface SyntaxPosition {
  line: number;
  column: number;
  index: number;
}

/** An ast-grep rule: `{ rule: { pattern: 'fetch($URL)' } }`. */
export interface SyntaxQuery {
  rule: object;
  constraints?: object;
  utils?: object;
  transform?: object;
}

/** Gives the check back as it is: it is here for its types. */
export function defineCheck(check: ScriptCheck): ScriptCheck {
  return check;
}
