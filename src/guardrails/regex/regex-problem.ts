import { openBrackets } from './open-brackets.ts';

/** What is wrong with a regular expression, as a sentence that begins after its name, and how it is mended. */
export interface RegexProblem {
  message: string;
  fix?: string;
}

/** Why JavaScript does not take the expression, and where in it; undefined where it does. The flags are taken for sound. */
export function regexProblem(source: string, flags: string): RegexProblem | undefined {
  const reason = reasonOf(source, flags);
  if (reason === undefined) return newerThanHooks(source);
  const { what, fix } = explain(reason, { source, at: placeOf(reason, source, flags) });
  return { message: `is no regular expression: ${what}.`, ...(fix === undefined ? {} : { fix }) };
}

/** Hooks run on the Node that an agent finds, from 20 on, and there the expression would find nothing. */
function newerThanHooks(source: string): RegexProblem | undefined {
  const [group] = /(?<!\\)(?:\\\\)*\(\?(?:[ims]+(?:-[ims]*)?|-[ims]+):/.exec(withoutClasses(source)) ?? [];
  if (group === undefined) return undefined;
  const message = `has flags inside a group, \`${group.slice(group.indexOf('('))}\`, which Node 20 does not know, and hooks may run on it.`;
  return { message, fix: 'Write the letters in both cases, as in `[aA]`, or give the whole expression its flags.' };
}

/** A `(` in a class is the sign itself. */
function withoutClasses(source: string): string {
  return source.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]/g, (found) => (found.startsWith('[') ? '' : found));
}

/** V8's own words, without the expression that they quote: `Unterminated group`. */
function reasonOf(source: string, flags: string): string | undefined {
  try {
    new RegExp(source, flags);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const frame = `/${source}/${flags}: `;
    const at = message.indexOf(frame);
    return at === -1 ? message.replace(/^Invalid regular expression: /, '') : message.slice(at + frame.length);
  }
}

/** Longer ones are not searched: each prefix is compiled. */
const longestSearched = 1000;

/** Index of the sign that is to blame: what is never closed, else the end of the shortest beginning with the same mistake. */
function placeOf(reason: string, source: string, flags: string): number | undefined {
  if (/^Unterminated (?:group|character class)/.test(reason)) return openBrackets(source, flags.includes('v'));
  if (source.length > longestSearched) return undefined;
  for (let length = 1; length <= source.length; length++) {
    if (reasonOf(source.slice(0, length), flags) === reason) return length - 1;
  }
  return undefined;
}

function explain(reason: string, { source, at }: { source: string; at: number | undefined }): { what: string; fix?: string } {
  const sign = at === undefined ? '' : source.charAt(at);
  const place = at === undefined ? '' : ` at character ${at + 1}`;
  if (reason.startsWith('Unterminated') && at !== undefined) {
    return { what: `the \`${sign}\`${place} is never closed`, fix: `Close it, or write \`\\${sign}\` where the sign itself is meant.` };
  }
  if (reason === "Unmatched ')'") return { what: `the \`)\`${place} closes nothing`, fix: 'Write `\\)` where the sign itself is meant.' };
  if (reason === 'Nothing to repeat') {
    return { what: `the \`${sign}\`${place} has nothing to repeat`, fix: `Write \`\\${sign}\` where the sign itself is meant.` };
  }
  if (reason === '\\ at end of pattern')
    return { what: 'it ends with a single backslash', fix: 'Write `\\\\` where a backslash is meant.' };
  const fix = reason === 'Invalid group' && at !== undefined ? groupFix(source.slice(at)) : undefined;
  return { what: `${reason.charAt(0).toLowerCase()}${reason.slice(1)}${place}`, ...(fix === undefined ? {} : { fix }) };
}

/** What other dialects write and JavaScript does not; `rest` begins with the sign that is to blame, or just after `(?`. */
function groupFix(rest: string): string | undefined {
  const group = rest.replace(/^\(?\??/, '');
  if (group.startsWith('P<')) return 'JavaScript names a group `(?<name>...)`, without the P.';
  if (/^[a-zA-Z]+\)/.test(group))
    return 'JavaScript has no flags inside an expression: a check of kind text has `flags`, as in `flags: i`.';
  return group.startsWith('#') ? 'JavaScript has no comments inside an expression.' : undefined;
}
