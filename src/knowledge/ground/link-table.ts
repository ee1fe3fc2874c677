import type { PageFacts } from '../ground-index.ts';

/** What leads where, as numbers of names. */
export interface LinkTable {
  names: string[];
  from: number[];
  to: number[];
  weights: number[];
}

/** A file is about the folder it lies in, less about those above. */
const folderWeights = [0.6, 0.3, 0.15];

/** What pages lead to, READMEs to their folder, and the folders that files lie in. */
export function tabulateLinks(pages: readonly PageFacts[], files: readonly string[]): LinkTable {
  const table: LinkTable = { names: [], from: [], to: [], weights: [] };
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, table.names.length);
    return table.names.push(name) - 1;
  };
  const add = (from: number, to: string, weight: number) => {
    table.from.push(from);
    table.to.push(numberOf(to));
    table.weights.push(weight);
  };
  for (const { path, leadsTo } of pages) {
    const page = numberOf(path);
    for (const to of leadsTo) add(page, to, 1);
    const folder = /^(.+)\/readme\.md$/i.exec(path)?.[1];
    if (folder !== undefined) add(page, folder, 1);
  }
  for (const file of files) for (const [place, folder] of foldersOf(file).entries()) add(numberOf(file), folder, folderWeights[place] ?? 0);
  return table;
}

/** The nearest first. */
function foldersOf(file: string): string[] {
  const folders: string[] = [];
  for (let slash = file.lastIndexOf('/'); slash > 0 && folders.length < folderWeights.length; slash = file.lastIndexOf('/', slash - 1))
    folders.push(file.slice(0, slash));
  return folders;
}
