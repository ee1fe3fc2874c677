import { blankOut } from '../blank-out.ts';
import type { LibrarySource, Sighting } from '../library-source.ts';

const comments = /<!--[\s\S]*?(?:-->|$)/g;
const exclusions = /<exclusions>[\s\S]*?(?:<\/exclusions>|$)/g;
const dependency = /<dependency>([\s\S]*?)(?:<\/dependency>|$)/g;

/** Dependencies, managed ones included: each goes by its group, its artifact and both. */
export const pomXml: LibrarySource = {
  kind: 'manifest',
  speaks: (path) => /(?:^|\/)pom\.xml$/.test(path),
  canonical: (name) => name,
  separators: [':', '.'],
  read(_path, text) {
    const plain = blankOut(blankOut(text, comments), exclusions);
    return [...plain.matchAll(dependency)].flatMap((match): Sighting[] => {
      const [block] = match;
      const group = /<groupId>\s*([^<\s]+)\s*<\/groupId>/.exec(block)?.[1] ?? '';
      const artifact = /<artifactId>\s*([^<\s]+)\s*<\/artifactId>/.exec(block);
      const name = artifact?.[1];
      if (artifact === null || name === undefined) return [];
      const start = match.index + artifact.index + artifact[0].indexOf(name, '<artifactId>'.length);
      return [{ names: [name, `${group}:${name}`], start, end: start + name.length }];
    });
  },
};
