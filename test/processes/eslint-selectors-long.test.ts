import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { compactYaml } from '#app/guardrail/import/compact-yaml.ts';
import { restrictionsOf, translationOf } from '#app/guardrail/import/eslint/restrictions.ts';
import { translateSelector } from '#app/guardrail/import/selector/translate-selector.ts';
import { loadEngine } from '#guardrails/ast/engine.ts';
import type { AstNode } from '#guardrails/ast/open-addon.ts';
import { importSnippets, restricted } from './eslint/restricted.ts';
import { selectors } from './eslint/selectors.ts';
import { jsxSnippets, scriptSnippets, sloppySnippets, typeSnippets } from './eslint/snippets.ts';

type Grammar = 'typescript' | 'tsx' | 'javascript';
const engineNames = { typescript: 'TypeScript', tsx: 'Tsx', javascript: 'JavaScript' } as const;
const linter = new Linter();

/** By selector: the lines on which ESLint finds something. */
function eslintLines(code: string, grammar: Grammar, sourceType: 'module' | 'script'): Map<number, Set<number>> {
  const options = selectors.map((selector, index) => ({ selector, message: `#${index}#` }));
  const lines = new Map<number, Set<number>>();
  for (const { message, line } of messagesOf(code, grammar, { rules: { 'no-restricted-syntax': ['error', ...options] }, sourceType })) {
    const index = Number(/#(\d+)#/.exec(message)?.[1]);
    lines.set(index, (lines.get(index) ?? new Set()).add(line));
  }
  return lines;
}

function messagesOf(code: string, grammar: Grammar, { rules, sourceType }: { rules: Linter.RulesRecord; sourceType: 'module' | 'script' }) {
  const parserOptions = { ecmaFeatures: { jsx: grammar !== 'typescript' } };
  const messages = linter.verify(
    code,
    [
      {
        files: ['**/*.{js,ts,tsx}'],
        linterOptions: { reportUnusedDisableDirectives: 'off' },
        languageOptions: { sourceType, ...(grammar === 'javascript' ? {} : { parser: typescriptParser }), parserOptions },
        rules,
      },
    ],
    { filename: `a.${{ typescript: 'ts', tsx: 'tsx', javascript: 'js' }[grammar]}` },
  );
  const fatal = messages.find((message) => message.fatal);
  assert.equal(fatal, undefined, `${code}: ${fatal?.message}`);
  return messages;
}

const translations = selectors.map(translateSelector);

function ourLines(code: string, grammar: Grammar, index: number): number[] {
  return linesOf(code, grammar, translations[index]);
}

function linesOf(code: string, grammar: Grammar, translation: ReturnType<typeof translateSelector> | undefined): number[] {
  if (translation?.ok !== true) return [];
  const own = translation.rules.find(({ grammars }) => grammars.includes(grammar));
  if (own === undefined) return [];
  const config = { rule: own.rule, ...(own.utils === undefined ? {} : { utils: own.utils }) };
  const nodes = parsed(code, grammar).findAll(config);
  return [...new Set(nodes.map((node) => node.range().start.line + 1))].sort((a, b) => a - b);
}

const trees = new Map<string, AstNode>();

function parsed(code: string, grammar: Grammar): AstNode {
  const key = `${grammar} ${code}`;
  const tree = trees.get(key) ?? loadEngine().parse(engineNames[grammar], code).root();
  trees.set(key, tree);
  return tree;
}

function ourLinesOf(snippets: readonly string[], grammar: Grammar, index: number): number[][] {
  if (/Program|[+~] |first-child/.test(selectors[index] ?? '')) return snippets.map((code) => ourLines(code, grammar, index));
  return searchAtOnce(snippets, grammar, translations[index]);
}

/** To compile a rule takes longer than to search with it, so all snippets are searched as one file. */
function searchAtOnce(snippets: readonly string[], grammar: Grammar, translation: ReturnType<typeof translateSelector> | undefined) {
  const found = linesOf(snippets.join('\n'), grammar, translation);
  let start = 0;
  return snippets.map((code) => {
    const from = start;
    start += code.split('\n').length;
    return found.filter((line) => line > from && line <= start).map((line) => line - from);
  });
}

function differences(snippets: readonly string[], grammar: Grammar, sourceType: 'module' | 'script' = 'module'): string[] {
  const theirs = snippets.map((code) => eslintLines(code, grammar, sourceType));
  return selectors.flatMap((selector, index) => {
    if (translations[index]?.ok !== true) return [];
    const ours = ourLinesOf(snippets, grammar, index);
    return snippets.flatMap((code, number) => {
      const expected = [...(theirs[number]?.get(index) ?? [])].sort((a, b) => a - b).join();
      const found = ours[number]?.join() ?? '';
      return found === expected
        ? []
        : [`${selector}   on ${grammar}: ${JSON.stringify(code)}: ESLint ${expected || 'nothing'}, ours ${found || 'nothing'}`];
    });
  });
}

describe('selectors of ESLint as rules of ast-grep', () => {
  it('are translated, all that people use', () => {
    assert.deepEqual(
      translations.flatMap((translation, index) => (translation.ok ? [] : [`${selectors[index]}: ${translation.why}`])),
      [],
    );
  });

  it('find on the same lines as ESLint in JavaScript', () => {
    assert.deepEqual(differences([...scriptSnippets, ...jsxSnippets], 'javascript'), []);
    assert.deepEqual(differences(sloppySnippets, 'javascript', 'script'), []);
  });

  it('find on the same lines as ESLint in TypeScript', () => {
    assert.deepEqual(differences([...scriptSnippets, ...typeSnippets], 'typescript'), []);
  });

  it('find on the same lines as ESLint in TSX', () => {
    assert.deepEqual(differences([...jsxSnippets, ...typeSnippets], 'tsx'), []);
  });
});

describe('forbidden imports and properties of ESLint as rules of ast-grep', () => {
  it('find on the same lines as ESLint', () => {
    const differing = restricted.flatMap(({ rule, options }) => {
      const { restrictions, left } = restrictionsOf(rule, options);
      assert.deepEqual(left, [], JSON.stringify(options));
      const translated = restrictions.map(translationOf);
      assert.ok(translated.length > 0);
      const found = translated.map((one) => searchAtOnce(importSnippets, 'typescript', one));
      return importSnippets.flatMap((code, number) => {
        const messages = messagesOf(code, 'typescript', { rules: { [rule]: ['error', ...options] }, sourceType: 'module' });
        const theirs = [...new Set(messages.map(({ line }) => line))].sort((a, b) => a - b).join();
        const ours = [...new Set(found.flatMap((lines) => lines[number] ?? []))].sort((a, b) => a - b).join();
        return ours === theirs
          ? []
          : [`${JSON.stringify(options)} ${JSON.stringify(code)}: ESLint ${theirs || 'nothing'}, ours ${ours || 'nothing'}`];
      });
    });
    assert.deepEqual(differing, []);
  });

  it('a property is a page that a person can read', () => {
    const [made] = restrictionsOf('no-restricted-properties', [{ object: 'process', property: 'env' }]).restrictions;
    const translation = made === undefined ? undefined : translationOf(made);
    assert.ok(translation?.ok);
    const lines = translation.rules.map(({ rule, utils }) => compactYaml({ rule, utils }).split('\n').length);
    assert.ok(lines.length === 1 && (lines[0] ?? 0) < 40, String(lines));
  });
});
