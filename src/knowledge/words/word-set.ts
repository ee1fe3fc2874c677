import { foldWord } from './fold-word.ts';

/** What a sentence says, as far as words tell without their order. */
export interface WordSet {
  /** Stems of the words that carry meaning. */
  words: ReadonlySet<string>;
  /** Those of them that stand where something is forbidden. */
  forbidden: ReadonlySet<string>;
  /** Text between backticks, word for word. */
  code: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  /** Its parts between commas, colons and the like. */
  clauses: readonly Clause[];
}

export interface Clause {
  words: ReadonlySet<string>;
  code: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  isNegative: boolean;
  /** Whether it tells somebody not to do something. */
  prohibits: boolean;
  /** Whether it only says when the rest holds, or of what. */
  isAside: boolean;
}

const prohibiting =
  /\b(?:never|not|don'?t|doesn'?t|mustn'?t|shouldn'?t|can'?t|cannot|avoid|forbidden|prohibited)\b|^(?:no|nobody|nothing)\b/i;
const aside =
  /^(?:if|when|unless|where|while|as long as|in case|once|until|which|who|whose|that|because|since|so|as|although|such|even)\b/i;

const negative =
  /\b(?:never|not|no|don'?t|doesn'?t|mustn'?t|shouldn'?t|can'?t|cannot|avoid|without|forbidden|prohibited|nothing|nobody|none|neither)\b/i;

export function wordSet(text: string): WordSet {
  const clauses = splitClauses(text).map(readClause);
  return {
    words: union(clauses.map(({ words }) => words)),
    forbidden: union(clauses.flatMap(({ words, isNegative }) => (isNegative ? [words] : []))),
    code: union(clauses.map(({ code }) => code)),
    numbers: union(clauses.map(({ numbers }) => numbers)),
    clauses,
  };
}

/** Commas in code and in numbers part nothing. */
function splitClauses(text: string): string[] {
  const shown = text.replace(/\]\([^)]*\)/g, ']').replace(/[’]/g, "'");
  const parts = shown.match(/(?:`+[^`]*`+|\d[.,]\d|[^,:;.()]|[.:](?=\S))+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function readClause(text: string): Clause {
  const code = new Set([...text.matchAll(/`+([^`]+)`+/g)].map(([, inner = '']) => inner.trim()));
  const prose = text.replace(/`+[^`]*`+/g, ' ');
  const words =
    prose
      .toLowerCase()
      .replaceAll("'", '')
      .match(/\p{L}[\p{L}-]*/gu) ?? [];
  const folded = words.map(foldWord);
  return {
    words: new Set(folded.flatMap((one) => (one.kind === 'word' ? [one.text] : []))),
    code,
    numbers: new Set([...digitsIn(prose), ...folded.flatMap((one) => (one.kind === 'number' ? [one.text] : []))]),
    isNegative: negative.test(prose),
    prohibits: prohibiting.test(prose),
    isAside: aside.test(prose),
  };
}

function digitsIn(prose: string): string[] {
  return (prose.match(/\d[\d,._]*/g) ?? []).map((number) => number.replace(/[,_]|\.$/g, ''));
}

function union(sets: readonly ReadonlySet<string>[]): Set<string> {
  return new Set(sets.flatMap((set) => [...set]));
}
