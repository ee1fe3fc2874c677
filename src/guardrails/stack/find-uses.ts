import type { StackCheck } from '#kernel/records/guardrail.ts';
import { choiceTest, mentionTest } from './choose-library.ts';
import type { LibrarySource, Sighting } from './library-source.ts';
import { librarySourceOf } from './library-sources.ts';
import type { LibraryUse } from './library-use.ts';

/** What a text uses for the concern of a check. */
export function useFinder(check: StackCheck): (path: string, text: string) => LibraryUse[] {
  const isMentioned = mentionTest(check);
  return (path, text) => {
    const source = librarySourceOf(path);
    return source === undefined || !isMentioned(text) ? [] : usesIn({ path, text }, check, source);
  };
}

function usesIn({ path, text }: { path: string; text: string }, check: StackCheck, source: LibrarySource): LibraryUse[] {
  const choose = choiceTest(check, source);
  return distinct(source.read(path, text)).flatMap((sighting) => {
    const choice = choose(sighting);
    return choice === undefined ? [] : [{ path, kind: source.kind, ...choice, start: sighting.start, end: sighting.end }];
  });
}

function distinct(sightings: readonly Sighting[]): Sighting[] {
  return [...new Map(sightings.map((sighting) => [sighting.start, sighting])).values()];
}
