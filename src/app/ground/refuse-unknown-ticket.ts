import { MisuseError } from '#kernel/errors.ts';
import type { Issue } from '#kernel/records/issue.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { nearest } from '#pages/nearest.ts';
import { renderProblems } from '#pages/render-problems.ts';

/** One word by itself that has the shape of an id, in a repository with tickets of that shape, and is none. */
export function refuseUnknownTicket(words: readonly string[], issues: readonly Issue[], problems: readonly PageProblem[]): void {
  const [word = ''] = words;
  const prefix = /^([A-Za-z][A-Za-z0-9]*-)\d+$/.exec(word)?.[1]?.toLowerCase();
  if (words.length !== 1 || prefix === undefined) return;
  const broken = problems.filter(({ path }) => path.toLowerCase().endsWith(`/${word.toLowerCase()}.md`));
  if (broken.length > 0) throw unreadableTicket(word, broken);
  const ids = issues.map(({ identifier }) => identifier);
  if (ids.some((id) => id.toLowerCase().startsWith(prefix))) throw unknownTicket(word, ids);
}

function unreadableTicket(word: string, problems: readonly PageProblem[]): MisuseError {
  return new MisuseError(`the ticket ${word} cannot be read:\n${renderProblems(problems)}`, {
    code: 'broken-ticket',
    facts: { problems },
    fix: 'Mend the file named above, then run the command again.',
  });
}

function unknownTicket(word: string, ids: readonly string[]): MisuseError {
  const meant = nearest(word, ids);
  return new MisuseError(`there is no ticket ${word}.`, {
    code: 'no-ticket',
    facts: { word },
    fix: meant === undefined ? `Name one of the ${ids.length} tickets.` : `Did you mean ${meant}?`,
  });
}
