import { allOf, anyOf, type Literals } from './literals.ts';
import { parseRegex, type RegexDialect, type RegexNode } from './parse-regex.ts';

/** Texts without which the expression cannot match. Empty where that is not provable. */
export function regexLiterals(source: string, dialect: RegexDialect, flags = ''): Literals {
  if (flags.includes('i') || flags.includes('v')) return [];
  const node = parseRegex(source, dialect);
  return node === undefined ? [] : required(node);
}

function required(node: RegexNode): Literals {
  switch (node.type) {
    case 'char':
      return wholeText(node.value);
    case 'choice':
      return anyOf(node.options.map(required));
    case 'repeat':
      return node.min === 0 ? [] : (repeated(node.body, node.min) ?? required(node.body));
    case 'sequence':
      return requiredOfSequence(flatten(node.parts));
    default:
      return [];
  }
}

/** A text that stands there several times in a row. */
function repeated(body: RegexNode, times: number): Literals | undefined {
  const parts = body.type === 'sequence' ? flatten(body.parts) : [body];
  const text = parts.map((part) => (part.type === 'char' ? part.value : '\n')).join('');
  const found = wholeText(text.repeat(Math.min(times, Math.ceil(100 / (text.length + 1)))));
  return found.length === 0 ? undefined : found;
}

/** Joins neighbouring characters into words; whatever stands between two characters ends a word. */
function requiredOfSequence(parts: readonly RegexNode[]): Literals {
  const found: Literals[] = [];
  let word = '';
  for (const part of parts) {
    if (part.type === 'edge' || part.type === 'look') continue;
    if (part.type === 'char') {
      word += part.value;
      continue;
    }
    found.push(wholeText(word), required(part));
    word = '';
  }
  found.push(wholeText(word));
  return allOf(found);
}

/** Groups without a choice are part of the sequence around them. */
function flatten(parts: readonly RegexNode[]): RegexNode[] {
  return parts.flatMap((part) => (part.type === 'sequence' ? flatten(part.parts) : [part]));
}

/** Characters that most files of code are without: alone they tell enough. */
const rare = /^[\t@#%^~\\\x80-\uFFFF]$/;

/** A text over several lines is given up: where lines are matched one by one their ends are not seen. */
function wholeText(word: string): Literals {
  return (word.length < 2 && !rare.test(word)) || /[\r\n\uD800-\uDFFF]/.test(word) ? [] : [[word]];
}
