import type { RuleObject } from '../../sub-rules.ts';
import { escaped, matching, matchingText, type Shape, wholeWord } from './shape.ts';

/** What a regular expression on a node without children says of the characters around it. */
export function leafShapes(rule: RuleObject): Shape[] {
  return [...exactType(rule), ...stringStart(rule), ...textWithin(rule)];
}

/** `{ kind: predefined_type, regex: ^any$ }` */
function exactType(rule: RuleObject): Shape[] {
  const word = typeWord(rule);
  return word === undefined ? [] : [matching(wholeWord(word))];
}

/** The one type that a rule asks for. */
export function typeWord({ kind, regex }: RuleObject): string | undefined {
  return kind === 'predefined_type' && typeof regex === 'string' ? /^\^([a-z]+)\$$/.exec(regex)?.[1] : undefined;
}

/** `{ kind: string_fragment, regex: ^http:// }`: after a quote, the end of a substitution, or what an escape or an entity stands for. */
function stringStart({ kind, regex }: RuleObject): Shape[] {
  if (kind !== 'string_fragment' || typeof regex !== 'string') return [];
  const text = /^\^([\w:/@ -]{2,})$/.exec(regex)?.[1];
  return text === undefined ? [] : [matchingText(`(?:['"\`};]|\\\\[^]{1,10}?)${escaped(text)}`)];
}

/** `{ kind: pair, regex: '^rejectUnauthorized\\s*:\\s*false$' }`: plain characters and white space, which then stand in the file as well. */
function textWithin({ regex }: RuleObject): Shape[] {
  const source =
    typeof regex === 'string' ? /^\^?((?:[\w =:"'<>,;/@-]|\\[.()]|\[[\w"' ]+\]|(?<=[\w\]"':=])\\s[*+]?)+)\$?$/.exec(regex)?.[1] : undefined;
  return source === undefined ? [] : [matchingText(source.replaceAll('\\s', '[\\s\\x85]'))];
}
