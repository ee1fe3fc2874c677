/** What go.mod and go.work say: https://go.dev/ref/mod */
export interface ModuleFile {
  module: string | undefined;
  /** Modules that are required, by path. */
  required: string[];
  /** Folders of the modules that a workspace uses. */
  used: string[];
  /** Modules that lie in a folder instead, by path. */
  replaced: Map<string, string>;
}

export function parseModuleFile(text: string): ModuleFile {
  const file: ModuleFile = { module: undefined, required: [], used: [], replaced: new Map() };
  let block: string | undefined;
  for (const line of text.split('\n')) {
    const words = wordsOf(line);
    if (block !== undefined && words[0] === ')') block = undefined;
    else if (words[1] === '(') block = words[0];
    else if (block !== undefined) apply(file, [block, ...words]);
    else apply(file, words);
  }
  return file;
}

function wordsOf(line: string): string[] {
  const words = line.match(/"(?:[^"\\]|\\.)*"|`[^`]*`|\/\/.*|\(|\)|[^\s()]+/g) ?? [];
  const comment = words.findIndex((word) => word.startsWith('//'));
  return words.slice(0, comment === -1 ? undefined : comment).map((word) => word.replace(/^(["`])(.*)\1$/, '$2'));
}

function apply(file: ModuleFile, [verb, first, ...rest]: string[]): void {
  if (first === undefined) return;
  if (verb === 'module') file.module = first;
  if (verb === 'require') file.required.push(first);
  if (verb === 'use') file.used.push(first);
  const target = verb === 'replace' ? rest[rest.indexOf('=>') + 1] : undefined;
  if (target !== undefined && /^\.\.?(?:\/|$)/.test(target)) file.replaced.set(first, target);
}
