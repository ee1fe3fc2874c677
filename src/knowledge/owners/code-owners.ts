import ignore from 'ignore';

export interface CodeOwners {
  /** Whom the file names for a path; none where it names nobody. */
  ownersOf(path: string): readonly string[];
}

interface OwnerRule {
  owners: readonly string[];
  matches(path: string): boolean;
}

/** Where code hosts look for the file, in the order they do. */
export const codeOwnersPaths = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'] as const;

/**
 * Reads CODEOWNERS of GitHub and of GitLab. The last line of a section that matches counts; GitLab's sections count each by
 * itself, with the owners of their heading for lines that name none. Lines that nobody can read are passed over, as the hosts do.
 */
export function readCodeOwners(text: string): CodeOwners {
  const sections = new Map<string, { owners: readonly string[]; rules: OwnerRule[] }>();
  let section = openSection(sections, '', []);
  for (const line of text.split(/\r?\n/)) {
    const heading = /^\^?\[([^\]]+)\](?:\[\d+\])?\s*(.*)$/.exec(line.trim());
    if (heading !== null) section = openSection(sections, (heading[1] ?? '').toLowerCase(), ownersIn(heading[2] ?? ''));
    else {
      const rule = readRule(line, section.owners);
      if (rule !== undefined) section.rules.push(rule);
    }
  }
  return {
    ownersOf: (path) => [
      ...new Set([...sections.values()].flatMap(({ rules }) => rules.findLast((rule) => rule.matches(path))?.owners ?? [])),
    ],
  };
}

/** A heading that comes again goes on with its section. */
function openSection(sections: Map<string, { owners: readonly string[]; rules: OwnerRule[] }>, name: string, owners: readonly string[]) {
  const section = { owners, rules: sections.get(name)?.rules ?? [] };
  sections.set(name, section);
  return section;
}

function readRule(line: string, byDefault: readonly string[]): OwnerRule | undefined {
  const words = line.trim().match(/(?:\\.|[^\s\\])+/g) ?? [];
  const [first = '#', ...rest] = words;
  if (first.startsWith('#')) return undefined;
  const isExcluded = first.startsWith('!');
  const pattern = isExcluded ? first.slice(1) : first;
  const named = ownersIn(rest.join(' '));
  if (isExcluded) return { owners: [], matches: matcher(pattern) };
  return { owners: named.length > 0 ? named : byDefault, matches: matcher(pattern) };
}

function ownersIn(text: string): string[] {
  const [before = ''] = text.split(/(?:^|\s)#/);
  return before.split(/\s+/).filter((word) => /^@{1,2}[\w./-]+$|^[^\s@]+@[^\s@]+$/.test(word));
}

/** `docs/*` is for the files directly in the folder, where git would ignore all that is below. */
function matcher(pattern: string): (path: string) => boolean {
  const rule = ignore().add(pattern);
  const depth = pattern.endsWith('/*') && !pattern.includes('**') ? pattern.replace(/^\//, '').split('/').length : undefined;
  return (path) => (depth === undefined || path.split('/').length === depth) && rule.ignores(path);
}
