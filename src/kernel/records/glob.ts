import * as z from 'zod';

/** A pattern over paths relative to the repository. Mistakes that would match nothing in silence are refused. */
export const globSchema = z
  .string()
  .check((context) => {
    const mistake = globMistake(context.value);
    if (mistake !== undefined) context.issues.push({ code: 'custom', input: context.value, message: mistake });
  })
  .describe('a glob over paths relative to the repository, with forward slashes');

export const globsSchema = z.array(globSchema).min(1);

function globMistake(glob: string): string | undefined {
  const body = glob.startsWith('!') ? glob.slice(1) : glob;
  if (body.trim() === '') return 'a glob may not be empty';
  if (body !== body.trim()) return 'a glob may not begin or end with a space';
  if (body.length > 1000) return 'a glob may not be longer than 1,000 characters';
  if (body.startsWith('!')) return 'a glob begins with at most one !';
  if (/\\\w/.test(body)) return 'a glob has forward slashes; a backslash only takes the meaning from a sign such as [';
  if (/[\0\n\r]/.test(body)) return 'a glob is one line of text';
  return placeMistake(body) ?? bracketMistake(body);
}

/** Globs meet paths like `src/a.ts`: what begins or climbs otherwise can never match. */
function placeMistake(glob: string): string | undefined {
  if (glob.startsWith('/')) return `a glob is relative to the repository: write \`${glob.replace(/^\/+/, '')}\``;
  if (glob.startsWith('./')) return `a glob has no leading ./: write \`${glob.slice(2)}\``;
  if (glob.split('/').includes('..')) return 'a glob may not lead out of the repository with ..';
  if (glob.endsWith('/')) return `a glob matches files, not folders: write \`${glob}**\``;
  return undefined;
}

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

function bracketMistake(glob: string): string | undefined {
  const open: string[] = [];
  for (const character of glob.replace(/\\./g, '')) {
    const inClass = open.at(-1) === '[';
    if (inClass && character !== ']') continue;
    if (Object.hasOwn(closers, character)) open.push(character);
    else if (Object.values(closers).includes(character)) {
      const opener = open.pop();
      if (opener === undefined || closers[opener] !== character) return `a glob with a \`${character}\` that nothing opens`;
    }
  }
  const left = open.at(-1);
  return left === undefined ? undefined : `a glob with a \`${left}\` that is never closed: add \`${closers[left]}\``;
}
