import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { eslintConfig, oxlintPlugin } from './peers.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

/** A repository with 50 guardrails, the hook, this package and its peers, and one file of 500 lines to edit: `src/edited.ts`. */
export function makeBenchRepository(repository: string): void {
  const write = (relative: string, text: string) => {
    const file = path.join(repository, relative);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  };
  write('src/edited.ts', dataFile('edited.ts.txt'));
  const pages: { id: string; priority: string; rule: object }[] = parse(dataFile('guardrails.yaml'));
  for (const page of pages) write(`harness/guardrails/${page.id}.md`, pageText(page));
  write('harness/hook.mjs', fs.readFileSync(path.join(root, 'harness', 'hook.mjs'), 'utf8'));
  execFileSync('git', ['init', '-q'], { cwd: repository });
  fs.mkdirSync(path.join(repository, 'node_modules'));
  fs.symlinkSync(root, path.join(repository, 'node_modules', 'tackroom'));
  write('eslint.config.mjs', eslintConfig(root));
  write(
    '.oxlintrc.json',
    JSON.stringify({ jsPlugins: ['./oxlint-plugin.mjs'], categories: { correctness: 'off' }, rules: { 'bench/fetch-deadline': 'error' } }),
  );
  write('oxlint-plugin.mjs', oxlintPlugin);
}

function dataFile(name: string): string {
  return fs.readFileSync(path.join(import.meta.dirname, name), 'utf8');
}

function pageText({ id, priority, rule }: { id: string; priority: string; rule: object }): string {
  const check = JSON.stringify({ kind: 'ast', language: 'typescript', rule });
  return `---\nid: ${id}\ntitle: ${id}\npriority: ${priority}\nfiles: ["src/**/*.ts"]\ncheck: ${check}\n---\nThe code breaks ${id}, which this team has agreed on.\n\n## Fix\nDo it as the page of ${id} says.\n\n## Examples\n\`\`\`ts bad\nx\n\`\`\`\n\`\`\`ts good\ny\n\`\`\`\n`;
}
