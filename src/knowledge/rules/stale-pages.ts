import type { Fault, GardenFacts } from './fault.ts';

/** Pages whose files changed a great deal since anybody looked at the page. */
export function* stalePages({ drift }: GardenFacts): Generator<Fault> {
  for (const [path, { commits, part, worst, since }] of drift) {
    const message = `Since ${since} the files that this page is about changed in ${commits} commits (${Math.round(part * 100)} % of their lines, most of all \`${worst}\`): is it still true?`;
    yield { rule: 'stale', path, quote: '', message };
  }
}
