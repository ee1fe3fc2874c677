import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

export interface Size {
  pages: number;
  sources: number;
  commits: number;
}

/** A git repository with pages that link to each other and name files and symbols, and the commits that changed them: always the same. */
export function makeKnowledgeBase(root: string, size: Size): void {
  fs.mkdirSync(root, { recursive: true });
  const random = seeded(7);
  execFileSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: root });
  execFileSync('git', ['fast-import', '--quiet'], { cwd: root, input: history(size, random), stdio: ['pipe', 'ignore', 'inherit'] });
  execFileSync('git', ['reset', '--quiet', '--hard'], { cwd: root });
}

function history(size: Size, random: () => number): string {
  const { pages, sources, commits } = size;
  const hub = `# Working here\n\n1. Read [the guide](docs/page-0.md).\n2. Run \`npm test\`.\n`;
  const first = [
    file('AGENTS.md', hub),
    file('package.json', '{"scripts":{"test":"node --test"}}\n'),
    file('harness/harness.yaml', 'version: 1\n'),
    ...range(sources).map((at) => file(sourcePath(at), source(at, 0))),
    ...range(pages).map((at) => file(pagePath(at), page(at, size, random))),
  ];
  const later = range(commits - 1).map((at) => {
    const changed = range(1 + Math.floor(random() * 3)).map(() => Math.floor(random() * sources));
    return commit(
      at + 1,
      [...new Set(changed)].map((one) => file(sourcePath(one), source(one, at + 1))),
    );
  });
  return [commit(0, first), ...later].join('');
}

function commit(at: number, files: readonly string[]): string {
  const who = `Ada <ada@example.org> ${1_700_000_000 + at * 1800} +0000`;
  return `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata 5\nwork\n\n${files.join('')}`;
}

function file(name: string, text: string): string {
  return `M 100644 inline ${name}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
}

function pagePath(at: number): string {
  const folder = ['docs', 'docs/decisions', 'docs/design', 'harness/runbooks'][at % 4] ?? 'docs';
  return at === 0 ? 'docs/page-0.md' : `${folder}/page-${at}.md`;
}

function sourcePath(at: number): string {
  return `src/area-${at % 40}/module-${at}.ts`;
}

function source(at: number, version: number): string {
  const lines = range(40).map((line) => `  const value${line} = ${(at * 7 + (line % 5 === version % 5 ? version : line)) % 997};`);
  return `export function run${at}Module() {\n${lines.join('\n')}\n}\n`;
}

function page(at: number, { pages, sources }: Size, random: () => number): string {
  const any = (below: number) => Math.floor(random() * below);
  const up = '../'.repeat(pagePath(at).split('/').length - 1);
  const sections = range(6).map((section) => {
    const target = any(pages);
    const module = any(sources);
    return [
      `## Part ${section} of ${at}`,
      `The steps are in [page ${target}](${up}${pagePath(target)}#part-${any(6)}-of-${target}); \`run${module}Module()\` in \`${sourcePath(module)}\` does them.`,
      'A call that leaves the process has to end by itself, since whoever waits for it holds a connection that others need.',
      `- Step ${section}: see \`${sourcePath(any(sources))}\` before the change, and [the guide](${up}docs/page-0.md) after it.`,
      '- The numbers of the last week stand beside it, and what was done about them.',
      '',
      '```ts',
      `await run${module}Module();`,
      '```',
    ].join('\n');
  });
  const kind = pagePath(at).startsWith('harness/') ? `---\ntitle: Page ${at}\n---\n` : '';
  return `${kind}# Page ${at}\n\n${sections.join('\n\n')}\n\n[next](${up}${pagePath((at + 1) % pages)})\n`;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at);
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
