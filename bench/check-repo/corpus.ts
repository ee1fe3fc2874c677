import fs from 'node:fs';
import path from 'node:path';

const wantedLines = 1_000_000;
const isSource = (name: string) => /\.(?:ts|tsx|mts|cts)$/.test(name);

/** Fills a folder with TypeScript: a copy of the repository `from`, else code made up; as often as makes a million lines. Returns the number of lines. */
export function makeCorpus(folder: string, from: string | undefined): number {
  let lines = 0;
  for (let round = 0; lines < wantedLines; round++) {
    const files = from === undefined ? madeUpFiles(round) : sourcesIn(from);
    for (const { name, text } of files) {
      const file = path.join(folder, round === 0 ? name : `again-${round}/${name}`);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
      lines += text.split('\n').length - 1;
    }
    if (lines === 0) throw new Error(`There is no TypeScript in ${from}.`);
  }
  return lines;
}

/**
 * Makes of a repository full of breaches one that has adopted its rules: files with breaches go until they are 1.5 % of all,
 * and those without come again until there are a million lines.
 */
export function toAdopted(repository: string, broken: ReadonlySet<string>): void {
  const clean = list(repository, 'src').filter((name) => isSource(name) && !broken.has(name));
  const keep = new Set([...broken].filter((name) => isSource(name)).slice(0, Math.floor(clean.length * 0.015)));
  for (const name of broken) if (!keep.has(name)) fs.rmSync(path.join(repository, name));
  let lines = 0;
  for (let round = 0; lines < wantedLines; round++) {
    for (const name of clean) {
      const text = fs.readFileSync(path.join(repository, name), 'utf8');
      lines += text.split('\n').length - 1;
      if (round === 0) continue;
      const file = path.join(repository, 'src', `copy-${round}`, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
    }
  }
}

function* sourcesIn(from: string): Generator<{ name: string; text: string }> {
  for (const name of list(from, '')) {
    if (isSource(name) && !/(?:^|\/)(?:node_modules|\.git)\//.test(name))
      yield { name, text: fs.readFileSync(path.join(from, name), 'utf8') };
  }
}

function list(root: string, folder: string): string[] {
  const entries = fs.readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

/** Services, models, tests and components as teams write them, a little different each; every fifth file breaks rules. */
function* madeUpFiles(round: number): Generator<{ name: string; text: string }> {
  for (let index = 0; index < 500; index++) {
    const noun = `Order${round}x${index}`;
    const parts = Array.from({ length: 6 + (index % 9) }, (_, part) => method(noun, part, index % 5 === 0));
    yield {
      name: `module-${index % 40}/${noun}.${index % 7 === 0 ? 'tsx' : 'ts'}`,
      text: `import { z } from 'zod';\nimport type { Clock } from '../clock.ts';\nimport { logger } from '../logger.ts';\n\nexport interface ${noun} {\n  readonly id: string;\n  name?: string;\n  lines: readonly { sku: string; count: number }[];\n}\n\nexport class ${noun}Service {\n  readonly #clock: Clock;\n\n  constructor(clock: Clock) {\n    this.#clock = clock;\n  }\n\n${parts.join('\n')}}\n`,
    };
  }
}

function method(noun: string, part: number, breaks: boolean): string {
  const breach = breaks && part % 3 === 0 ? `    const raw = JSON.parse(text) as any;\n    console.log(raw, items[0]!.name);\n` : '';
  return `  /** Finds what is new since the last look; the newest comes first. */
  async find${part}(items: readonly ${noun}[], text: string, limit = ${part * 10}): Promise<readonly ${noun}[]> {
    const since = this.#clock.now() - limit * 1000;
    if (items.length === 0 || text.trim() === '') return [];
${breach}    try {
      const named = items.filter((item) => item.name !== undefined && item.name.startsWith(text));
      const counts = new Map(named.map((item) => [item.id, item.lines.reduce((sum, line) => sum + line.count, 0)]));
      const wanted = await Promise.all(named.map(async (item) => ({ item, isNew: (counts.get(item.id) ?? 0) > since })));
      for (const { item, isNew } of wanted) {
        if (!isNew) continue;
        logger.info('found', { id: item.id, limit: limit > 10 ? 'many' : 'few' });
      }
      return wanted.filter(({ isNew }) => isNew).map(({ item }) => ({ ...item, name: \`\${item.name ?? 'unnamed'}-${part}\` }));
    } catch (error) {
      logger.warn('not found', { error, text });
      throw error instanceof Error ? error : new Error('lookup failed');
    }
  }
`;
}
