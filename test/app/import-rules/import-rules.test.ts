import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { readPage } from '#pages/read-page.ts';
import { readScope } from '../../../src/app/import-rules/read/read-scope.ts';
import { findRuleFiles } from '../../../src/app/import-rules/read/rule-files.ts';
import { isRule } from '../../../src/app/import-rules/sort/is-rule.ts';
import { importFiles } from './import-files.ts';

const frontMatterOf = (text: string): unknown => parse(/^---\n(.*?)\n---/s.exec(text)?.[1] ?? '');
const bulletsOf = (text: string) => {
  const { page } = readPage('harness/personas/x.md', 'persona', text);
  return page?.kind === 'persona' ? page.bullets : [];
};

describe('app/import-rules', () => {
  test('rules below one heading are a persona, each bullet with an id made of its words and its place', () => {
    const { text } = importFiles({
      'CLAUDE.md':
        '# Us\n\n## Code style\n- Use ES modules, never CommonJS.\n- Prefer `const`:\n  - never `var`\n\n### Names\n- Name files in kebab-case.\n',
    });
    const page = text('harness/personas/imported-code-style.md.draft');
    assert.deepEqual(frontMatterOf(page), { name: 'imported-code-style', files: ['**'], when: 'a change touches these files' });
    assert.deepEqual(
      bulletsOf(page).map((bullet) => [bullet.id, bullet.text]),
      [
        ['es-modules-common-js', 'Use ES modules, never CommonJS.'],
        ['prefer-const-var', 'Prefer `const`:\n- never `var`'],
        ['name-files-kebab-case', 'Name files in kebab-case.'],
      ],
    );
    assert.match(page, /never `var`\n {2}<!-- from CLAUDE\.md:5-6 -->\n\n## Names\n/);
  });

  test('globs and description of Cursor, applyTo of Copilot, and the folder of a nested file say what a persona is about', () => {
    const { files } = importFiles({
      '.cursor/rules/ui.mdc': '---\ndescription: UI components\nglobs: *.tsx,src/ui/\nalwaysApply: false\n---\n- Keep components small.\n',
      '.github/instructions/sql.instructions.md': '---\napplyTo: "db/**/*.sql"\n---\nNever drop a column.\n',
      'packages/api/CLAUDE.md': '- Validate every body.\n',
    });
    const fronts = files.filter(({ path }) => path.startsWith('harness/personas/')).map(({ text }) => frontMatterOf(text));
    assert.deepEqual(fronts, [
      { name: 'imported-ui', files: ['**/*.tsx', 'src/ui/**'], when: 'UI components' },
      { name: 'imported-sql', files: ['db/**/*.sql'], when: 'a change touches these files' },
      { name: 'imported-packages-api', files: ['packages/api/**'], when: 'a change touches these files' },
    ]);
  });

  test('the same sentence in several files is one bullet with all its places; the widest scope keeps it', () => {
    const { text, summary } = importFiles({
      '.cursor/rules/ts.mdc': '---\nglobs: ["**/*.ts"]\n---\n- Never use `any`\n',
      'CLAUDE.md': '## Types\n- **Never** use any.\n',
      '.github/copilot-instructions.md': '## Code\n* Never use `any`.\n',
    });
    assert.equal(summary.bullets, 1);
    const page = text('harness/personas/imported-types.md.draft');
    assert.match(page, /<!-- from CLAUDE\.md:2, \.cursor\/rules\/ts\.mdc:4, \.github\/copilot-instructions\.md:2 -->/);
    const plan = text('docs/plans/active/sort-imported-rules.md');
    assert.match(plan, /^- \.github\/copilot-instructions\.md:2: the same as CLAUDE\.md:2$/m);
    assert.match(plan, /^- \.cursor\/rules\/ts\.mdc:1-3: which files, and when, in the front matter of the pages$/m);
  });

  test('a rule with code that breaks it and code that keeps it is a guardrail for a judge', () => {
    const { text } = importFiles({
      'AGENTS.md':
        '# Us\n## Errors\n- Always wrap an error.\n\nNever swallow an error. Wrap it.\n\n```ts\n// ❌\ntry { a() } catch {}\n```\n```ts\n// ✅\na();\n```\n',
    });
    const page = text('harness/guardrails/wrap-error.md.draft');
    const { guardrail, problems } = readPage('harness/guardrails/wrap-error.md', 'guardrail', page);
    assert.deepEqual(problems, []);
    assert.equal(guardrail?.message, 'Always wrap an error.');
    assert.deepEqual(
      guardrail?.examples.map(({ verdict, language }) => [verdict, language]),
      [
        ['bad', 'ts'],
        ['good', 'ts'],
      ],
    );
  });

  test('steps are a runbook, unless their heading says that they are rules', () => {
    const { files } = importFiles({
      'CLAUDE.md': '# Us\n## Release\n1. Bump it.\n2. Publish it:\n   `npm publish`\n## Rules\n1. No globals.\n2. One class a file.\n',
    });
    const runbooks = files.filter(({ path }) => path.startsWith('harness/runbooks/'));
    assert.deepEqual(
      runbooks.map(({ path }) => path),
      ['harness/runbooks/imported-release.md.draft'],
    );
    assert.ok(runbooks[0]?.text.endsWith('## Steps\n1. Bump it.\n2. Publish it:\n   `npm publish`\n'));
    assert.equal(bulletsOf(files.find(({ path }) => path.includes('imported-rules'))?.text ?? '').length, 2);
  });

  test('what is no rule is a document, with links that still lead where they led', () => {
    const { text } = importFiles({
      'packages/api/CLAUDE.md':
        'It sells tickets. See [names](../../docs/names.md#all) and [x](nowhere.md).\n\n| a |\n| - |\n\n- `src/`: handlers\n',
      'docs/names.md': '# Names\n',
    });
    const page = text('docs/imported/packages-api-claude.md');
    assert.match(page, /See \[names\]\(\.\.\/names\.md#all\) and \[x\]\(nowhere\.md\)\./);
    assert.ok(page.includes('| a |\n| - |\n\n- `src/`: handlers\n'));
  });

  test('a plain .cursorrules has its names above lists for headings', () => {
    const { files } = importFiles({
      '.cursorrules': 'You are an expert.\n\nKey Principles\n- Avoid classes.\n\nTesting:\n\n- Write tests first.\n',
    });
    const personas = files.map(({ path }) => path).filter((path) => path.startsWith('harness/personas/'));
    assert.deepEqual(personas, ['harness/personas/imported-key-principles.md.draft', 'harness/personas/imported-testing.md.draft']);
  });

  test('our own section, pointers to other files and private files are nothing to import', () => {
    const section = '# Ours\n\n<!-- tackroom:start -->\n## Steps\n1. Always check.\n2. Never skip.\n<!-- tackroom:end -->\n';
    assert.deepEqual(importFiles({ 'AGENTS.md': section, 'CLAUDE.md': '@AGENTS.md\n', 'CLAUDE.local.md': '- Always lie.\n' }).files, []);
    const { rules, left } = findRuleFiles([
      'CLAUDE.local.md',
      'a/CLAUDE.local.md',
      'test/fixtures/x/CLAUDE.md',
      'a/GEMINI.md',
      '.claude/CLAUDE.md',
    ]);
    assert.deepEqual(rules, [
      { path: 'a/GEMINI.md', folder: 'a' },
      { path: '.claude/CLAUDE.md', folder: '' },
    ]);
    assert.deepEqual(left, ['test/fixtures/x/CLAUDE.md']);
  });

  test('what comes later is imported alone, beside what is there', () => {
    const first = importFiles({ 'CLAUDE.md': '## Types\n- Never use any.\n' });
    const second = importFiles(
      {
        'CLAUDE.md': '## Types\n- Never use any.\n- Avoid enums.\n',
        'harness/personas/imported-types.md': '',
        'docs/plans/active/sort-imported-rules.md': '',
      },
      first.keys,
    );
    assert.deepEqual(second.files.map(({ path }) => path).sort(), [
      'docs/plans/active/sort-imported-rules-2.md',
      'harness/personas/imported-types-2.md.draft',
    ]);
    assert.match(second.text('docs/plans/active/sort-imported-rules-2.md'), /^- CLAUDE\.md:2: imported before: Never use any\.$/m);
  });

  test('rules by the hundred are still pages that can be read', () => {
    const rules = Array.from({ length: 900 }, (_, index) => `- Never use [thing ${index}](x) <in> \`module${index}\`.`).join('\n');
    const { files, summary } = importFiles({ 'CLAUDE.md': `## Rules\n${rules}\n` });
    assert.deepEqual([summary.bullets, summary.personas, summary.documents], [900, 5, 0]);
    const plans = files.filter(({ path }) => path.startsWith('docs/plans/'));
    assert.ok(plans.length >= 3);
    for (const { path, text } of plans) assert.deepEqual(readPage(path, 'plan', text).problems, []);
  });

  test('what asks for something is told from what describes', () => {
    for (const rule of [
      '- Use tabs',
      '1. No globals',
      '- **Errors**: wrap them, never swallow them',
      'Every call must have a deadline.',
      '- Tests: write them first',
    ])
      assert.ok(isRule(rule), rule);
    for (const text of ['- `src/api`: REST handlers', 'This service sells tickets.', '- Postgres 16', '- TypeScript with strict mode'])
      assert.ok(!isRule(text), text);
  });

  test('globs of front matter that YAML cannot read are read; those that no page can have are named', () => {
    assert.deepEqual(readScope('---\nglobs: **/*.{ts,tsx},!*.test.ts\n---', ''), {
      files: ['**/*.{ts,tsx}', '!**/*.test.ts'],
      refused: [],
    });
    assert.deepEqual(readScope('---\npaths:\n  - "src/**"\n  - ../out/**\ndescription: "Us"\n---', ''), {
      files: ['src/**'],
      when: 'Us',
      refused: ['../out/**'],
    });
    assert.deepEqual(readScope('', 'web'), { files: ['web/**'], refused: [] });
  });
});
