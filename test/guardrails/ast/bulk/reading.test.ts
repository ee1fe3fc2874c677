import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Reading } from '#guardrails/ast/bulk/reading.ts';
import { factFinder, type TextFacts } from '#guardrails/ast/bulk/text-facts.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';

const rules = ['fetch($URL)', 'eval($CODE)', 'new Date()'].map((pattern, index): CompiledRule => {
  const literals = [[pattern.replace('new ', '').split('(')[0] ?? '']];
  return {
    id: `rule-${index}`,
    page: '',
    priority: 'P1',
    title: '',
    message: '',
    remedy: '',
    files: {},
    check: { kind: 'ast', language: 'typescript', rule: { pattern } },
    literals,
    languages: ['TypeScript', 'Tsx', 'JavaScript'],
  };
});

const filler = Array.from(
  { length: 3000 },
  (_, line) => `export const name${line} = ${line * 7} + other${line % 13}.part(${line});\n`,
).join('');
const ends = [
  'fetch(a);',
  'eval(b);',
  'new Date();',
  '// fetch(a)',
  '"eval(b)"',
  '// tackroom-allow x: y',
  '// 😀 new Date()',
  '// ast-grep-ignore',
  '\uFFFD',
];
const texts = Array.from({ length: 60 }, (_, index): [string, string] => [`src/${index}.ts`, `${filler}${ends[index % ends.length]}\n`]);

suite('reading many texts', () => {
  test('another thread takes a share of them, and tells the same of each', async () => {
    const factsOf = factFinder(rules);
    const wanted = new Map(texts.map(([path, text]) => [path, factsOf(path, text)]));
    const heard = new Map<string, TextFacts | undefined>();
    const here = new Set<string>();
    let adding = false;
    const take = (path: string, facts: TextFacts | undefined) => {
      assert.ok(!heard.has(path));
      heard.set(path, facts);
      if (adding) here.add(path);
    };
    const reading = new Reading({ rules, files: 2_000, take });
    for (const [path, text] of texts) {
      adding = true;
      reading.add(path, text);
      adding = false;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await reading.end();
    assert.deepEqual(heard, wanted);
    assert.ok(here.size < texts.length, 'the thread took none');
  });

  test('few are read here', async () => {
    const heard: string[] = [];
    const reading = new Reading({ rules, files: 60, take: (path) => heard.push(path) });
    for (const [path, text] of texts) reading.add(path, text);
    assert.equal(heard.length, texts.length);
    await reading.end();
  });
});
