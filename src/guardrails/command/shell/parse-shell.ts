import { parseRedirect, parseRedirects, readHereBodies } from './parse-redirect.ts';
import { readArithmetic, readWord } from './read-word.ts';
import { Source } from './source.ts';
import type { Assignment, Node, Script, Word } from './syntax.ts';

type Place = Pick<Node, 'piped' | 'maybe'>;

const start: Place = { piped: false, maybe: false };

const closers: Record<string, string> = { '{': '}', if: 'fi', while: 'done', until: 'done', for: 'done', select: 'done', case: 'esac' };
const reservedWord =
  /(?:if|then|elif|else|fi|while|until|do|done|for|select|case|esac|function|coproc(?:[ \t]+\w+(?=[ \t]+[{(]))?|time(?![ \t]+-[^p])(?:[ \t]+-p)?|[{}!]|\[\[)(?=[\s;&|()<>]|$)/y;

/**
 * Parses a line as bash does, but never refuses it: what makes no sense is passed over, since a command that
 * stands behind it may still run. Linear in the length of the text.
 */
export function parseShell(text: string): { script: Script; incomplete: boolean } {
  const source = new Source(text, parseScript);
  const script = parseScript(source, '');
  return { script, incomplete: source.incomplete };
}

function parseScript(source: Source, closer: string): Script {
  const script: Script = [];
  let place = start;
  if (closer === 'esac') skipPattern(source);
  for (skipLines(source); !source.ended; skipLines(source)) {
    const operator = takeOperator(source);
    const word = operator ?? source.take(reservedWord)?.[0] ?? '';
    if (word && word === closer) return script;
    const node = operator ? undefined : parseNode(source, word, place);
    if (node) script.push(node);
    if (operator) place = passOperator(source, operator, closer);
    else if (node) place = start;
  }
  source.incomplete ||= closer !== '';
  return script;
}

function parseNode(source: Source, word: string, place: Place): Node | undefined {
  return word ? parseReserved(source, word, place) : parseCommand(source, place);
}

function takeOperator(source: Source): string | undefined {
  return source.take(/\|\||&&|\|&?|;;?&|;;|[;)]|&(?!>)/y)?.[0];
}

/** The place of the command after an operator. */
function passOperator(source: Source, operator: string, closer: string): Place {
  if (closer === 'esac' && /^;./.test(operator)) skipPattern(source);
  return { piped: /^\|&?$/.test(operator), maybe: operator === '||' || operator === '&&' };
}

/** Passes blanks, comments and line ends; the bodies of here-documents start after a line end. */
function skipLines(source: Source): void {
  for (source.skipBlanks(); source.next === '\n'; source.skipBlanks()) {
    source.at++;
    readHereBodies(source);
  }
}

function parseReserved(source: Source, word: string, place: Place): Node | undefined {
  if (word === '[[') return parseTest(source, place);
  if (word === 'function') {
    source.skipBlanks();
    const name = readWord(source);
    source.take(/[ \t]*\([ \t]*\)/y);
    return parseFunction(source, name, place);
  }
  const closer = closers[word];
  if (!closer) return undefined;
  const first: Node[] = word === 'for' || word === 'select' ? [parseLoopVariable(source)] : [];
  if (word === 'case') first.push(parseCaseWord(source));
  const body = [...first, ...source.nest(() => parseScript(source, closer), [])];
  return { kind: 'group', body, redirects: parseRedirects(source), piped: place.piped, maybe: place.maybe || word !== '{' };
}

function parseLoopVariable(source: Source): Node {
  source.skipBlanks();
  if (source.text.startsWith('((', source.at)) return parseSubshell(source, { piped: false, maybe: true });
  const name = source.take(/\w*/y)?.[0] ?? '';
  source.take(/\s+in(?=\s)/y);
  const values = parseWords(source);
  const everyArgument: Word = [{ kind: 'parameter', name: '@', index: '', operator: '', operand: [], quoted: true }];
  return assign({ name, append: false, form: 'each', values: values.length > 0 ? values : [everyArgument] });
}

function parseCaseWord(source: Source): Node {
  source.skipBlanks();
  const node = assign({ name: '_', append: false, form: 'text', values: [readWord(source)] });
  source.take(/\s+in(?=\s)/y);
  return node;
}

function assign(assignment: Assignment): Node {
  return { kind: 'simple', assignments: [assignment], words: [], redirects: [], piped: false, maybe: true };
}

/** Passes the `pattern)` before a branch of `case`. */
function skipPattern(source: Source): void {
  skipLines(source);
  if (/esac\b/y.test(source.text.slice(source.at, source.at + 5))) return;
  source.take(/\(/y);
  while (!source.ended && source.next !== ')' && source.next !== '\n') {
    const from = source.at;
    readWord(source);
    if (source.at === from) source.at++;
  }
  source.take(/\)/y);
}

/** `[[ ... ]]`: its operators are not the shell's. */
function parseTest(source: Source, place: Place): Node {
  const words: Word[] = [[{ kind: 'text', text: '[[' }]];
  while (!(source.ended || source.take(/\]\](?=[\s;&|()<>]|$)/y))) {
    const from = source.at;
    const word = readWord(source);
    if (source.at === from) source.at++;
    else words.push(word);
  }
  return { kind: 'simple', assignments: [], words, redirects: parseRedirects(source), ...place };
}

function parseCommand(source: Source, place: Place): Node {
  if (source.next === '(') return parseSubshell(source, place);
  const node: Node = { kind: 'simple', assignments: [], words: [], redirects: [], ...place };
  for (;;) {
    source.skipBlanks();
    if (parseRedirect(source, node.redirects)) continue;
    if (source.next === '(' && node.words.length === 1 && source.take(/\([ \t]*\)/y))
      return parseFunction(source, node.words[0] ?? [], place);
    if (source.ended || ';&|()\n'.includes(source.next)) return node;
    const assignment = parseAssignment(source, node.words.length === 0);
    if (assignment) node.assignments.push(assignment);
    else node.words.push(readWord(source));
  }
}

function parseSubshell(source: Source, place: Place): Node {
  const parts = source.text.startsWith('((', source.at) ? readArithmetic(source, 2) : undefined;
  if (parts) return { ...assign({ name: '_', append: false, form: 'text', values: [[{ kind: 'arithmetic', parts }]] }), ...place };
  source.at++;
  const body = source.nest(() => parseScript(source, ')'), []);
  return { kind: 'group', body, redirects: parseRedirects(source), ...place };
}

function parseFunction(source: Source, name: Word, place: Place): Node {
  skipLines(source);
  const [only] = name;
  const reserved = source.take(reservedWord)?.[0];
  const body = source.nest(() => (reserved ? parseReserved(source, reserved, place) : parseCommand(source, place)), undefined);
  return { kind: 'function', name: only?.kind === 'text' ? only.text : '', body: body ? [body] : [], redirects: [], ...place };
}

/** `NAME=value` before the command; `NAME=(...)` anywhere, as `declare` takes it. */
function parseAssignment(source: Source, leading: boolean): Assignment | undefined {
  const head = source.take(leading ? /([a-z_]\w*)(?:\[[^\]\s]*\])?(\+?)=(\(?)/iy : /([a-z_]\w*)(\+?)=(\()/iy);
  if (!head) return undefined;
  const [, name = '', plus, array] = head;
  if (!array) return { name, append: plus === '+', form: 'text', values: [readWord(source)] };
  const values: Word[] = [];
  for (skipLines(source); !source.ended && source.next !== ')'; skipLines(source)) {
    const from = source.at;
    values.push(readWord(source));
    if (source.at === from) source.at++;
  }
  source.close(')');
  return { name, append: plus === '+', form: 'array', values };
}

function parseWords(source: Source): Word[] {
  const words: Word[] = [];
  for (source.skipBlanks(); !(source.ended || ';&|()<>\n'.includes(source.next)); source.skipBlanks()) words.push(readWord(source));
  return words;
}
