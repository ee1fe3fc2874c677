import type { AstLanguage } from './ast-language.ts';
import { firstBroken, isCleanPattern, parsePattern } from './parse-pattern.ts';
import { contextFor } from './pattern-context.ts';
import type { PlacedPattern } from './placed-patterns.ts';

/** Why a pattern is no source of a language, as far as can be told, and how the author may mean it. */
export function explainPattern({ pattern, text, at }: PlacedPattern, language: AstLanguage): { message: string; fix: string } {
  const key = at.at(-1) === 'context' ? 'context' : 'pattern';
  const start = `\`${key}\` is not valid ${language}`;
  const bracket = unbalanced(text);
  const fix = languageFor(pattern, language) ?? (typeof pattern === 'string' ? contextFor(pattern, language) : undefined);
  if (bracket !== undefined && fix === undefined)
    return { message: `${start}: ${bracket}.`, fix: 'Balance it; a pattern is a whole piece of code.' };
  const column = (firstBrokenIn(pattern, language) ?? 0) + 1;
  return {
    message: `${start} by itself: it cannot be read from character ${column} on, and finds nothing in the examples.`,
    fix: fix ?? 'A pattern is a whole piece of code: give a part of one as `context`, the code around it, with a `selector`, its kind.',
  };
}

function firstBrokenIn(pattern: unknown, language: AstLanguage): number | undefined {
  const parsed = parsePattern(pattern, language);
  const broken = parsed && firstBroken(parsed.node, language)?.range().start.index;
  return broken === undefined || parsed === undefined ? undefined : broken - parsed.shift;
}

const kin = { TypeScript: 'typescript', Tsx: 'tsx', JavaScript: 'javascript' } as const;

/** Only where the page speaks one of these three: what is no Python may well be TypeScript, and is not meant so. */
function languageFor(pattern: unknown, language: AstLanguage): string | undefined {
  if (!Object.hasOwn(kin, language)) return undefined;
  const other = (['Tsx', 'TypeScript', 'JavaScript'] as const).find((one) => one !== language && isCleanPattern(pattern, one));
  return other === undefined ? undefined : `It is valid ${other}: write \`language: ${kin[other]}\`.`;
}

const openers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Brackets are counted outside of quotes only; in text with a lone quote nothing is said. */
function unbalanced(text: string): string | undefined {
  const plain = text.replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g, (quoted) => ' '.repeat(quoted.length));
  if (/['"`]/.test(plain)) return undefined;
  const open: number[] = [];
  for (let at = 0; at < plain.length; at++) {
    const sign = plain.charAt(at);
    if ('([{'.includes(sign)) open.push(at);
    const opener = openers[sign];
    if (opener !== undefined && plain.charAt(open.pop() ?? plain.length) !== opener)
      return `the \`${sign}\` at character ${at + 1} closes nothing`;
  }
  const last = open.at(-1);
  return last === undefined ? undefined : `the \`${plain.charAt(last)}\` at character ${last + 1} is never closed`;
}
