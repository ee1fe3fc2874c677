import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TokenReader } from '#guardrails/tokens/token-reader.ts';

const texts: { text: string; path?: string; tokens: string[] | undefined }[] = [
  { text: "a.b(1.5, 'x') // c", tokens: ['a', '.', 'b', '(', '1', '.', '5', ',', "'x'", ')'] },
  { text: "'it\\'s' /* ' */ \"\\\\\"", tokens: ["'it\\'s'", '"\\\\"'] },
  { text: `\`a \${\`b \${c}\`} d\` e`, tokens: [`\`a \${`, `\`b \${`, 'c', '}`', '} d`', 'e'] },
  { text: 'x = /[/"]\\//g', tokens: ['x', '=', '/[/"]\\//', 'g'] },
  { text: "a / b / 'c'", tokens: ['a', '/', 'b', '/', "'c'"] },
  { text: 'return /"/', tokens: ['return', '/"/'] },
  { text: "x.return / y / '/'", tokens: ['x', '.', 'return', '/', 'y', '/', "'/'"] },
  { text: '(a) / 2', tokens: ['(', 'a', ')', '/', '2'] },
  { text: 'if (a) /"/.test(b)', tokens: undefined },
  { text: '(a) / b / c', tokens: undefined },
  { text: 'async (...a) => [b]', tokens: ['async', '(', '...', 'a', ')', '=>', '[', 'b', ']'] },
  { text: 'π = é', tokens: ['π', '=', 'é'] },
  { text: 'a\u00a0= b', tokens: undefined },
  { text: 'f(]', tokens: undefined },
  { text: 'f(', tokens: undefined },
  { text: "'a\nb'", tokens: undefined },
  { text: '/* a', tokens: undefined },
  { text: '\\u0061', tokens: undefined },
  { text: "<p>it's</p>", path: 'a.tsx', tokens: undefined },
  { text: 'a < b', path: 'a.tsx', tokens: ['a', '<', 'b'] },
];

for (const { path = 'a.ts', text, tokens } of texts) {
  test(`${tokens === undefined ? 'gives up at' : 'reads'} ${JSON.stringify(text)}`, () => {
    const reader = new TokenReader(path, text, 0);
    const read: string[] = [];
    while (reader.next()) read.push(text.slice(reader.start, reader.end));
    assert.deepEqual(reader.isCertain ? read : undefined, tokens);
  });
}

test('counts the lines before the end of a token, whatever they stand in', () => {
  const reader = new TokenReader('a.ts', `a\n/*\n*/ \`\n\${b}\n\` // c\n'd\\\n'\n\n e`, 0);
  const lines: number[] = [];
  while (reader.next()) lines.push(reader.line);
  assert.deepEqual(lines, [0, 3, 3, 4, 6, 8]);
});
