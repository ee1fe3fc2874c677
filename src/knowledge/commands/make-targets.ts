/** Names that a tool knows. `isOpen`: there may be more than can be read, so that nothing is missing for certain. */
export interface Targets {
  names: ReadonlySet<string>;
  /** Of targets such as `db-%`. */
  patterns: readonly RegExp[];
  isOpen: boolean;
}

/** Targets of makefiles. What patterns, functions and files made elsewhere add is not known. */
export function makeTargets(texts: readonly string[]): Targets {
  const all = texts.flatMap((text) => {
    const variables = readVariables(text);
    return [...listedNames(text)].flatMap((listed) => expand(listed, variables).split(/\s+/));
  });
  const isNamedLater = (name: string) => /[$()]/.test(name);
  const isOpen = all.some(isNamedLater) || texts.some((text) => /^[-s]?include\s+(?!.*\.mk\s*$)|\$\(eval/m.test(text));
  const plain = all.filter((name) => !isNamedLater(name));
  const patterns = plain.filter((name) => name.includes('%')).map(toPattern);
  return { names: new Set(plain.filter((name) => !name.includes('%'))), patterns, isOpen };
}

/** What stands before the colon of a rule; of `.PHONY` what stands behind it. */
function* listedNames(text: string): Generator<string> {
  for (const line of text.replaceAll('\\\n', ' ').split('\n')) {
    const [, left, right = ''] = /^([^\s#:=][^:=#]*?)\s*::?(?![=:])(.*)$/.exec(line) ?? [];
    if (left !== undefined) yield left.trim() === '.PHONY' ? right : left;
  }
}

/** One `%` stands for at least one character. */
function toPattern(target: string): RegExp {
  const [before = '', after = ''] = target.split('%').map((part) => part.replace(/[.*+?^{}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${before}.+${after}$`);
}

function readVariables(text: string): Map<string, string> {
  return new Map([...text.matchAll(/^([A-Za-z_]\w*)\s*[:?+]?=\s*(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));
}

function expand(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(/\$[({](\w+)[)}]/g, (whole, name: string) => variables.get(name) ?? whole);
}
