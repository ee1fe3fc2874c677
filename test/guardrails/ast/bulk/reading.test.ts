import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type FactThread, Reading, startFactThread } from '#guardrails/ast/bulk/reading.ts';
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
  const factsOf = factFinder(rules);
  const wanted = new Map(texts.map(([path, text]) => [path, factsOf(path, text)]));

  test('another thread takes them, and tells the same of each', async () => {
    assert.deepEqual(await read(startFactThread()), wanted);
  });

  test('without a thread they are read here', async () => {
    assert.deepEqual(await read(undefined), wanted);
  });

  test('a thread that fails is done without: what it had is left to the library', async () => {
    const thread = startFactThread();
    const reading = read(thread);
    await thread.end();
    const heard = await reading;
    assert.deepEqual([...heard.keys()].sort(), [...wanted.keys()].sort());
    for (const [path, facts] of heard) if (facts !== undefined) assert.deepEqual(facts, wanted.get(path));
  });
});

async function read(thread: FactThread | undefined): Promise<Map<string, TextFacts | undefined>> {
  const heard = new Map<string, TextFacts | undefined>();
  const take = (path: string, facts: TextFacts | undefined) => {
    assert.ok(!heard.has(path));
    heard.set(path, facts);
  };
  const reading = new Reading({ rules, thread, take });
  for (const [path, text] of texts) reading.add(path, text);
  await reading.end();
  await thread?.end();
  return heard;
}
