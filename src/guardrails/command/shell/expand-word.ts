import { type Scope, UNKNOWN } from './scope.ts';
import type { Part, Word } from './syntax.ts';

const maxBraceWords = 1024;

/** The fields that the shell makes of a word; what it cannot know is `UNKNOWN` in the text. */
export function expandWord(word: Word, scope: Scope): string[] {
  if (countWords(word) <= maxBraceWords) return expandBraces(word).flatMap((parts) => expandParts(parts, scope));
  scope.incomplete = true;
  return [UNKNOWN];
}

/** The word as one text, as in an assignment or a here-document. */
export function expandText(word: Word, scope: Scope): string {
  return expandParts(word, scope).join(' ');
}

function countWords(word: Word): number {
  return word.reduce(
    (count, part) => (part.kind === 'braces' ? count * part.choices.reduce((sum, choice) => sum + countWords(choice), 0) : count),
    1,
  );
}

function expandBraces(word: Word): Word[] {
  const at = word.findIndex((part) => part.kind === 'braces');
  const braces = word[at];
  if (braces?.kind !== 'braces') return [word];
  const rest = expandBraces(word.slice(at + 1));
  return braces.choices.flatMap(expandBraces).flatMap((choice) => rest.map((tail) => [...word.slice(0, at), ...choice, ...tail]));
}

/** What a part stands for: its values, each a field of its own, which are split further at blanks or not. */
interface Values {
  values: string[];
  split: boolean;
}

function expandParts(parts: Word, scope: Scope): string[] {
  const fields = new Fields();
  for (const part of parts) {
    const { values, split } = valuesOf(part, scope);
    for (const [at, value] of values.entries()) {
      if (at > 0) fields.end();
      if (!scope.spend(value.length)) return [UNKNOWN];
      if (split) fields.addSplit(value, scope.read('IFS')?.[0] ?? '');
      else fields.add(value);
    }
  }
  fields.end();
  return fields.done;
}

/** Fields being put together out of pieces. */
class Fields {
  readonly done: string[] = [];
  #current: string | undefined;

  add(piece: string): void {
    this.#current = (this.#current ?? '') + piece;
  }

  addSplit(value: string, separators: string): void {
    const spaced = [...separators].reduce((text, separator) => text.replaceAll(separator, ' '), value);
    for (const [at, piece] of spaced.split(/[ \t\n]+/).entries()) {
      if (at > 0) this.end();
      if (piece) this.add(piece);
    }
  }

  end(): void {
    if (this.#current !== undefined) this.done.push(this.#current);
    this.#current = undefined;
  }
}

function valuesOf(part: Part, scope: Scope): Values {
  switch (part.kind) {
    case 'text':
      return { values: [part.text], split: false };
    case 'substitution':
      return { values: [scope.run(part.script).replace(/\n+$/, '')], split: !part.quoted };
    case 'process':
      return { values: [writeDescriptor(scope.run(part.script), scope)], split: false };
    case 'arithmetic':
      expandParts(part.parts, scope);
      return { values: [UNKNOWN], split: false };
    case 'braces':
      return { values: [UNKNOWN], split: false };
    case 'parameter':
      return parameterValues(part, scope);
  }
}

/** The path under which the shell hands on the output of `<(...)`. */
function writeDescriptor(output: string, scope: Scope): string {
  const path = `/dev/fd/${63 - scope.files.size}`;
  scope.files.set(path, output);
  return path;
}

function parameterValues(part: Part & { kind: 'parameter' }, scope: Scope): Values {
  const known = selectValues(part, scope);
  const variable = { values: known ?? [UNKNOWN], split: !part.quoted };
  switch (part.operator.replace(/^:(?=.)/, '')) {
    case '':
    case '?':
      return variable;
    case '-':
    case '=': {
      if (known?.some((value) => value !== '')) return variable;
      const operand = operandValues(part, scope);
      if (part.operator.endsWith('=')) scope.write(part.name, [operand.values.join(' ')], true);
      return operand;
    }
    case '+':
      return operandValues(part, scope);
    default:
      operandValues(part, scope);
      return { values: [UNKNOWN], split: !part.quoted };
  }
}

function operandValues({ operand, quoted }: Part & { kind: 'parameter' }, scope: Scope): Values {
  const fields = operand.flatMap((word) => expandParts(word, scope));
  return { values: quoted ? [fields.join(' ')] : fields, split: false };
}

function selectValues({ name, index, quoted }: Part & { kind: 'parameter' }, scope: Scope): string[] | undefined {
  const isPosition = /^\d+$/.test(name);
  const isEveryArgument = name === '@' || name === '*';
  const values = isPosition || isEveryArgument ? scope.parameters : scope.read(name);
  if (!values) return undefined;
  if (isPosition) return [values[Number(name)] ?? ''];
  const all = isEveryArgument ? values.slice(1) : values;
  if (quoted && (name === '*' || index === '*')) return [all.join(' ')];
  if (isEveryArgument || index === '@' || index === '*') return all;
  return /^\d*$/.test(index) ? [all[Number(index)] ?? ''] : undefined;
}
