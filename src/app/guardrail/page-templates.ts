/** The kinds that `tackroom guardrail new` can begin. */
export const templateKinds = ['ast', 'text', 'structure', 'imports', 'command'] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** A first page of each kind: a small real rule whose examples hold as they stand, to be edited into the one that is wanted. */
export function pageTemplate(kind: TemplateKind, id: string): string {
  const { files, check, body } = templates[kind];
  const title = `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;
  return [
    '---',
    `id: ${id}`,
    `title: ${title}`,
    'priority: P2',
    ...(files === undefined ? [] : [`files: ${files}`]),
    'check:',
    `  kind: ${kind}`,
    ...check,
    '---',
    ...body,
    '',
  ].join('\n');
}

interface Template {
  files?: string;
  check: string[];
  body: string[];
}

const templates: Readonly<Record<TemplateKind, Template>> = {
  ast: {
    files: '["**/*.{ts,tsx,js,jsx}"]',
    check: ['  language: typescript', '  rule:', '    pattern: eval($CODE)'],
    body: [
      'Code made from text at run time cannot be reviewed, and runs whatever reaches it.',
      '',
      '## Fix',
      'Call the function you mean, or look it up in a table of the functions that are allowed.',
      '',
      '## Examples',
      '```ts bad',
      'const total = eval(formula);',
      '```',
      '```ts good',
      'const total = formulas[name](row);',
      '```',
    ],
  },
  text: {
    files: '["**/*.{ts,tsx,js,jsx,py,go,rs}"]',
    check: ["  pattern: 'FIXME(?!\\(#\\d+\\))'"],
    body: [
      'A FIXME without an issue is found again only by accident.',
      '',
      '## Fix',
      'Open an issue and name it: `FIXME(#123): what is left to do`. Or mend it now.',
      '',
      '## Examples',
      '```ts bad',
      '// FIXME: rounds the wrong way',
      '```',
      '```ts good',
      '// FIXME(#123): rounds the wrong way',
      '```',
    ],
  },
  structure: {
    files: '["src/**/*.ts"]',
    check: ["  name: '^[a-z0-9]+([.-][a-z0-9]+)*$'"],
    body: [
      'Files are found by their names, so all names are spelt in one way: lower case, words joined by hyphens.',
      '',
      '## Fix',
      'Rename the file, and the imports that name it.',
      '',
      '## Examples',
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
    body: [
      'The domain knows nothing of the web, so that it can be tested and used without it.',
      '',
      '## Fix',
      'Pass in what the domain needs as a value or a function, and let src/web call the domain.',
      '',
      '## Examples',
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
  command: {
    check: ['  deny:', '    - program: git', '      subcommand: push', '      anyFlag: [--force, -f]'],
    body: [
      'A forced push removes commits that other people may have built on.',
      '',
      '## Fix',
      'Push a new commit, or ask a person to rewrite the branch.',
      '',
      '## Examples',
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
