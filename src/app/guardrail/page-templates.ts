import type { AstCheck } from '#kernel/records/guardrail.ts';
import { sampleWords } from '#pages/is-sample.ts';
import { languageTemplates } from './language-templates.ts';

/** The kinds that `tackroom guardrail new` can begin. */
export const templateKinds = ['ast', 'text', 'structure', 'imports', 'command', 'stack', 'coverage', 'tool', 'script'] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** A first page of each kind: its words are about the id, its sample of a rule is real and its examples hold, until both are made the author's. */
export function pageTemplate(kind: TemplateKind, id: string, language: AstCheck['language'] = 'typescript'): string {
  const { files, check, finds, remedy, examples } = kind === 'ast' ? astTemplate(language) : templates[kind];
  const title = `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;
  return [
    '---',
    `id: ${id}`,
    `title: ${title}`,
    'priority: P2',
    ...(files === undefined ? [] : [`files: ${files}`]),
    'check:',
    `  kind: ${kind}`,
    ...check.map((line) => line.replace('{module}', modulePath(id))),
    '---',
    `${title}: ${sampleWords}; an agent reads this paragraph. So far the rule is a sample that finds ${finds}.`,
    '',
    '## Fix',
    `Say here how to mend a breach of ${id}. Of the sample: ${remedy}`,
    '',
    '## Examples',
    ...examples,
    '',
  ].join('\n');
}

interface Template {
  files?: string;
  check: string[];
  /** What the sample of a rule finds, as the end of a sentence. */
  finds: string;
  remedy: string;
  examples: string[];
}

function astTemplate(language: AstCheck['language']): Template {
  const { bad, files, finds, good, remedy, rule } = languageTemplates[language];
  const fence = language === 'typescript' ? 'ts' : language;
  return {
    files,
    check: [`  language: ${language}`, '  rule:', ...rule],
    finds,
    remedy,
    examples: [`\`\`\`${fence} bad`, bad, '```', `\`\`\`${fence} good`, good, '```'],
  };
}

/** Where the module of a page of kind `script` lies. */
export function modulePath(id: string): string {
  return `harness/checks/${id}.mjs`;
}

/** The module that the page's sample runs; its examples run every branch of it. */
export const moduleTemplate = `import { defineCheck } from 'tackroom/check';

export default defineCheck({
  check(file, { report }) {
    for (const [index, line] of file.lines.entries()) {
      if (line.length > 120) report({ line: index + 1, detail: \`\${line.length} characters\` });
    }
  },
});
`;

const longLine = `const text = '${'long '.repeat(24).trim()}';`;

const templates: Readonly<Record<Exclude<TemplateKind, 'ast'>, Template>> = {
  script: {
    files: '["src/**/*.{ts,tsx,js,jsx}"]',
    check: ['  module: {module}'],
    finds: 'lines of over 120 characters',
    remedy: 'break the line, or give its parts names.',
    examples: ['```ts bad', longLine, '```', '```ts good', "const text = 'short';", '```'],
  },
  text: {
    files: '["**/*.{ts,tsx,js,jsx,py,go,rs}"]',
    check: ["  pattern: 'FIXME(?!\\(#\\d+\\))'"],
    finds: 'a FIXME that names no issue',
    remedy: 'open an issue and name it: `FIXME(#123): what is left to do`. Or mend it now.',
    examples: ['```ts bad', '// FIXME: rounds the wrong way', '```', '```ts good', '// FIXME(#123): rounds the wrong way', '```'],
  },
  structure: {
    files: '["src/**/*.ts"]',
    check: ["  name: '^[a-z0-9]+([.-][a-z0-9]+)*$'"],
    finds: 'files whose names are not lower-case words joined by hyphens',
    remedy: 'rename the file, and the imports that name it.',
    examples: [
      '```ts bad path="src/UserStore.ts"',
      'export const users = [];',
      '```',
      '```ts good path="src/user-store.ts"',
      'export const users = [];',
      '```',
    ],
  },
  imports: {
    files: '["src/**/*.ts"]',
    check: ['  forbidden:', '    - from: ["src/domain/**"]', '      to: ["src/web/**"]'],
    finds: 'imports from src/domain to src/web',
    remedy: 'pass in what the domain needs as a value or a function, and let src/web call the domain.',
    examples: [
      '```ts bad',
      '--- src/domain/order.ts',
      "import { session } from '../web/session.ts';",
      'export const owner = session.user;',
      '--- src/web/session.ts',
      "export const session = { user: 'ann' };",
      '```',
      '```ts good',
      '--- src/domain/order.ts',
      'export const owner = (session: { user: string }) => session.user;',
      '--- src/web/session.ts',
      "import { owner } from '../domain/order.ts';",
      "export const name = owner({ user: 'ann' });",
      '```',
    ],
  },
  stack: {
    check: ['  concern: dates', '  allowed: [date-fns]', '  known: [moment, dayjs]'],
    finds: 'libraries for dates other than date-fns',
    remedy: 'use date-fns, and take the other library out of package.json with its last import.',
    examples: [
      '```text bad',
      '--- package.json',
      '{ "dependencies": { "moment": "2.30.1" } }',
      '--- src/due.ts',
      "import dayjs from 'dayjs';",
      '```',
      '```ts good',
      "import { addDays } from 'date-fns';",
      '```',
    ],
  },
  coverage: {
    files: '["src/**/*.{ts,tsx,js,jsx}"]',
    check: ['  report: coverage/lcov.info', '  format: lcov', '  lines: 80'],
    finds: 'files of which the tests run less than 80 % of the lines',
    remedy: 'test the lines that the finding names, or take out what nothing needs.',
    examples: [
      '```text bad',
      'SF:src/parse.ts',
      'DA:1,4',
      'DA:2,0',
      'end_of_record',
      '```',
      '```text good',
      'SF:src/parse.ts',
      'DA:1,4',
      'DA:2,4',
      'end_of_record',
      '```',
    ],
  },
  tool: {
    files: '["**/*.{js,jsx,ts,tsx}"]',
    check: ['  run: [eslint, --format, json, "{files}"]', '  output: eslint-json', '  rules: [eqeqeq]'],
    finds: 'what the rule eqeqeq of ESLint finds; the examples are what ESLint prints',
    remedy: 'compare with `===` and `!==`.',
    examples: [
      '```json bad',
      '[{ "filePath": "src/a.js", "messages": [{ "ruleId": "eqeqeq", "message": "Expected ===.", "line": 1, "column": 7 }] }]',
      '```',
      '```json good',
      '[{ "filePath": "src/a.js", "messages": [{ "ruleId": "no-var", "message": "Unexpected var.", "line": 1, "column": 1 }] }]',
      '```',
    ],
  },
  command: {
    check: ['  deny:', '    - program: git', '      subcommand: push', '      anyFlag: [--force, -f]'],
    finds: 'a forced push, which removes commits that others may have built on',
    remedy: 'push a new commit, or ask a person to rewrite the branch.',
    examples: [
      '```sh bad',
      'git push --force',
      'git push -f origin main',
      '```',
      '```sh good',
      'git push origin main',
      'git pull -f',
      'npm publish --force',
      '```',
    ],
  },
};
