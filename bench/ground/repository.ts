import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

export interface Size {
  pages: number;
  sources: number;
  commits: number;
}

/** A repository whose pages, files and messages are made of the same words, some of them rare, as they are in life: always the same. */
export function makeGroundRepository(root: string, size: Size): void {
  fs.mkdirSync(root, { recursive: true });
  const settings = ['-c', 'init.defaultBranch=main'];
  execFileSync('git', [...settings, 'init', '--quiet'], { cwd: root });
  const input = fs.openSync(`${root}/.git/import`, 'w+');
  for (const part of stream(size)) fs.writeSync(input, part);
  fs.closeSync(input);
  execFileSync('git', ['fast-import', '--quiet'], { cwd: root, stdio: [fs.openSync(`${root}/.git/import`, 'r'), 'ignore', 'inherit'] });
  fs.rmSync(`${root}/.git/import`);
  execFileSync('git', ['reset', '--quiet', '--hard'], { cwd: root });
}

function* stream({ pages, sources, commits }: Size): Generator<string> {
  const random = seeded(11);
  const words = wordsOf(4000, random);
  const first = [
    file('harness/harness.yaml', 'version: 1\n'),
    ...range(sources).map((at) => file(sourcePath(at, words), sourceText(at, words, random))),
    ...range(pages).map((at) => file(pagePath(at), pageText(at, { words, random, pages, sources }))),
  ];
  yield commit(0, 'Begin', first.join(''));
  for (let at = 1; at < commits; at++) {
    const changed = new Set(range(1 + Math.floor(random() * 4)).map(() => Math.floor(random() * sources)));
    const files = [...changed].map((one) => file(sourcePath(one, words), `${sentence(words, random, 20)} ${at}\n`));
    yield commit(at, sentence(words, random, 9), files.join(''));
  }
  // The files as they are read: with all their text.
  yield commit(commits, 'Write it out', first.join(''));
}

function pagePath(at: number): string {
  const folders = ['docs/decisions', 'docs/design', 'harness/runbooks', 'docs', 'harness/guardrails', 'docs/decisions'];
  return `${folders[at % folders.length] ?? 'docs'}/${String(at).padStart(4, '0')}-page.md`;
}

function sourcePath(at: number, words: readonly string[]): string {
  return `src/${words[at % 60]}/${words[(at * 7) % words.length]}-${at}.ts`;
}

function pageText(at: number, about: { words: readonly string[]; random: () => number; pages: number; sources: number }): string {
  const { words, random, pages, sources } = about;
  const isGuardrail = pagePath(at).includes('guardrails');
  const area = words[Math.floor(random() * 60)];
  const front = `---\nid: ${String(at).padStart(4, '0')}-page\ntitle: ${sentence(words, random, 4)}\npriority: P2\nfiles: ["src/${area}/**"]\ncheck: {kind: judge, persona: x}\n---\n`;
  const sections = range(5).map((section) => {
    const link = `[see](${'../'.repeat(pagePath(at).split('/').length - 1)}${pagePath(Math.floor(random() * pages))})`;
    const named = `\`${sourcePath(Math.floor(random() * sources), words)}\``;
    return `## ${sentence(words, random, 3)} ${section}\n\n${sentence(words, random, 90)} ${link} ${sentence(words, random, 20)} ${named}.\n`;
  });
  return `${isGuardrail ? front : ''}# ${sentence(words, random, 5)}\n\n${sentence(words, random, 40)}\n\n${sections.join('\n')}`;
}

function sourceText(at: number, words: readonly string[], random: () => number): string {
  const lines = range(40).map((line) => `  // ${sentence(words, random, 6)}\n  const ${words[(at + line) % words.length]}Value = ${line};`);
  return `export function ${words[(at * 7) % words.length]}Of${at}() {\n${lines.join('\n')}\n}\n`;
}

function sentence(words: readonly string[], random: () => number, length: number): string {
  return range(length)
    .map(() => words[Math.floor(words.length * random() ** 3)] ?? '')
    .join(' ');
}

function wordsOf(count: number, random: () => number): string[] {
  const syllables = ['ba', 'co', 'du', 'fe', 'gi', 'ho', 'ku', 'la', 'mi', 'no', 'pe', 'ra', 'su', 'ti', 'vo', 'wex', 'zan'];
  const words = new Set<string>();
  while (words.size < count)
    words.add(
      range(2 + Math.floor(random() * 3))
        .map(() => syllables[Math.floor(random() * syllables.length)])
        .join(''),
    );
  return [...words];
}

function commit(at: number, message: string, files: string): string {
  const who = `Ada <ada@example.org> ${1_600_000_000 + at * 1800} +0000`;
  return `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata ${message.length}\n${message}\n${files}`;
}

function file(name: string, text: string): string {
  return `M 100644 inline ${name}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
}

function range(length: number): number[] {
  return Array.from({ length }, (_, at) => at);
}

function seeded(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
