import type { Sighting } from './library-source.ts';

/** Every match of a global expression as a sighting of what its group `name` took. */
export function findEach(text: string, regex: RegExp, namesOf: (name: string) => readonly string[] = (name) => [name]): Sighting[] {
  return [...text.matchAll(regex)].flatMap((match) => {
    const name = match.groups?.name;
    if (name === undefined) return [];
    const start = match.index + match[0].lastIndexOf(name);
    return [{ names: namesOf(name), start, end: start + name.length }];
  });
}
