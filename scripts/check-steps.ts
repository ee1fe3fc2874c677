import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

/** One thing that `npm run check` proves. Slow ones come first, so that two at a time end early. */
export interface CheckStep {
  name: string;
  command: readonly string[];
  /** What a person does about a failure. */
  fix: string;
}

const node = process.execPath;

export const checkSteps: readonly CheckStep[] = [
  { name: 'types', command: [node, tool('typescript-7/bin/tsc'), '-p', '.'], fix: 'Mend the types; no casts, no `any`.' },
  {
    name: 'types of what is published',
    command: [node, tool('typescript-7/bin/tsc'), '-p', 'tsconfig.package.json'],
    fix: 'Write src/ with what Node 20.19 has: its users run it on their own Node (docs/decisions/0006).',
  },
  {
    name: 'house rules',
    command: [node, tool('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.mjs', 'src'],
    fix: 'Read the comment of the named rule in .dependency-cruiser.mjs.',
  },
  {
    name: 'dead code',
    command: [node, tool('knip/bin/knip.js'), '--no-progress'],
    fix: 'Delete what nobody uses, or use it.',
  },
  {
    name: 'lint and format',
    command: [node, tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
    fix: 'Run `npm run fix`, then mend what is left by hand.',
  },
  { name: 'schemas', command: [node, 'scripts/check-schemas.ts'], fix: 'Run `npm run fix` and commit schema/.' },
  { name: 'hook bundle', command: [node, 'scripts/build-hook.ts', '--check'], fix: 'Run `npm run fix` and commit harness/hook.mjs.' },
  { name: 'guardrail examples', command: [node, 'src/cli/main.ts', 'guardrail', 'test'], fix: 'Mend the page or its examples.' },
  { name: 'own pages', command: [node, 'src/cli/main.ts', 'garden', '--priority', 'P3'], fix: 'Do what each finding says.' },
  { name: 'own guardrails', command: [node, 'src/cli/main.ts', 'check'], fix: 'Do what each finding says.' },
];

function tool(file: string): string {
  return path.join(root, 'node_modules', file);
}
