import esquery from 'esquery';
import { compileRules } from '#guardrails/compile-rules.ts';
import { runRules } from '#guardrails/run-rules.ts';
import { memoryTree } from '#guardrails/tree.ts';
import type { AstCheck } from '#kernel/records/guardrail.ts';
import { jsxSamples, places, samples, typeSamples } from './sample-code.ts';

const extensions = { typescript: 'ts', tsx: 'tsx', javascript: 'js' } as const;
type Grammar = keyof typeof extensions;

/** Code that a rule finds and code much like it that it does not, made from the words of its selector; undefined where there is none. */
export function findExamples(selector: string, check: AstCheck, grammar: Grammar): { bad: string; good: string } | undefined {
  const words = wordsOf(selector);
  const pieces = [...samples, ...(grammar === 'javascript' ? [] : typeSamples), ...(grammar === 'typescript' ? [] : jsxSamples)];
  for (const place of places) {
    const made = pieces.flatMap((piece) => fillings(piece, words).map((code) => ({ piece, code: place.replace('$0', () => code) })));
    const found = foundIn(
      made.map(({ code }) => code),
      check,
      grammar,
    );
    const bad = made.filter((_, index) => found.has(index)).sort((a, b) => a.code.length - b.code.length)[0];
    const spared = made.filter((_, index) => !found.has(index));
    const near = spared.filter(({ piece }) => piece === bad?.piece).sort((a, b) => plainIn(a.code) - plainIn(b.code));
    const good =
      near.find(({ code }) => plainIn(code) === 1) ?? near.at(-1) ?? spared.find(({ code }) => code.endsWith('();')) ?? spared[0];
    if (bad !== undefined && good !== undefined) return { bad: bad.code, good: good.code };
  }
  return undefined;
}

/** Which pieces of code the rule finds something in. All are one file, a line each: to compile a rule takes longer than to search. */
function foundIn(codes: readonly string[], check: AstCheck, grammar: Grammar): Set<number> {
  const { compiled } = compileRules([pageOf(check)], { engine: '', pagesHash: '' });
  const path = `sample.${extensions[grammar]}`;
  const text = codes.map((code) => code.replaceAll('\n', ' ')).join('\n');
  const { findings } = runRules(compiled, { tree: memoryTree({ [path]: text }), paths: [path], whole: false });
  return new Set(findings.flatMap(({ range }) => (range === undefined ? [] : [range.start.line - 1])));
}

function pageOf(check: AstCheck) {
  return {
    kind: 'guardrail' as const,
    path: 'harness/guardrails/sample.md',
    guardrail: { id: 'sample', title: 'Sample', priority: 'P1', check } as const,
    message: 'Sample.',
    remedy: '',
    examples: [],
  };
}

const plainNames = ['item', 'value', 'other'];

function plainIn(code: string): number {
  return plainNames.filter((name) => new RegExp(`\\b${name}\\b`).test(code)).length;
}

/** A piece with the names of the selector at every place, and one with none of them. */
function fillings(piece: string, { names, texts }: { names: readonly string[]; texts: readonly string[] }): string[] {
  const slots = ['$1', '$2', '$3'].filter((slot) => piece.includes(slot));
  const choices = slots.reduce<string[][]>(
    (chosen, _, index) => chosen.flatMap((one) => [...names.slice(0, 3), plainNames[index] ?? 'x'].map((name) => [...one, name])),
    [[]],
  );
  const filled = choices.map((chosen) => slots.reduce((code, slot, index) => code.replaceAll(slot, chosen[index] ?? ''), piece));
  return [
    ...new Set(
      filled.flatMap((code) => (code.includes('$s') ? [...texts.slice(0, 3), 'other'].map((text) => code.replaceAll('$s', text)) : [code])),
    ),
  ];
}

/** Names and texts that the attributes of a selector ask for. */
function wordsOf(selector: string): { names: string[]; texts: string[] } {
  const words = [...new Set(valuesIn(esquery.parse(selector)))];
  return {
    names: words.filter((word) => /^[A-Za-z_$][\w$]*$/.test(word)),
    texts: words.filter((word) => !/[\n'"\\`/]{2}|['"\\`\n]/.test(word)),
  };
}

function valuesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(valuesIn);
  if (typeof node !== 'object' || node === null) return [];
  if (!('type' in node) || node.type !== 'attribute' || !('value' in node)) return Object.values(node).flatMap(valuesIn);
  if ('name' in node && typeof node.name === 'string' && /(?:^|\.)(?:type|operator|kind|length)$/.test(node.name)) return [];
  const value = node.value;
  if (typeof value !== 'object' || value === null || !('value' in value)) return [];
  return value.value instanceof RegExp ? sampleOf(value.value) : [String(value.value)];
}

/** A text that a regular expression matches, where it is simple. */
function sampleOf({ source, flags }: RegExp): string[] {
  const plain = (text: string) =>
    text
      .replace(/\(\?:/g, '(')
      .replace(/\[\^[^\]]*\][*+]?/g, 'x')
      .replace(/\[(\\?.)[^\]]*\][*+?]?/g, '$1')
      .replace(/\\u002F/gi, '/')
      .replace(/\\[wd]/g, '1')
      .replace(/\.[*+?]/g, 'x')
      .replace(/([^\\])[*+?]/g, '$1')
      .replace(/[\^$]/g, '')
      .replace(/\\(.)/g, '$1');
  const shapes = alternatives(source).flatMap((one) => [plain(one), plain(one.replace(/\([^()]*\)[*?]/g, ''))]);
  const test = new RegExp(source, flags.replace(/[gy]/g, ''));
  return [...new Set(shapes.flatMap((shape) => [shape, `${shape}x`, `${shape}/x`]))]
    .filter((shape) => shape !== '' && test.test(shape))
    .slice(0, 2);
}

/** With the first word of each group, or of all. */
function alternatives(source: string): string[] {
  const inGroups = source.replace(/\((?:\?:)?([^()|]*)\|[^()]*\)/g, '$1');
  return [inGroups, ...inGroups.split('|')];
}
