import fc from 'fast-check';

const sound = `---
id: fetch-deadline
title: Network calls carry a deadline
priority: P1
files: ["src/**/*.{ts,tsx}", "!**/*.test.ts"]
check:
  kind: ast
  language: typescript
  rule: &rule
    any: [{ pattern: fetch($URL) }, { kind: string }]
  fix: "fetch($URL)"
---
A call without a deadline hangs.

## Fix
See the [runbook](../runbooks/network.md).

## Examples
\`\`\`ts bad path="a.ts"
await fetch(url)
\`\`\`
\`\`\`ts good
--- a.ts
x
\`\`\`
- [timeouts] Deadlines.
`;

const piece = fc.oneof(
  fc.constantFrom('---\n', '```', '~~~', '\t', '\0', '\r\n', '\r', '\uFEFF', '\u2028', '\uD800', '__proto__: {a: 1}\n', 'constructor: 1\n'),
  fc.constantFrom(
    '&a [*a]',
    '*a',
    '<<: *rule\n',
    '? [a]: b\n',
    '!!js/function x',
    'a: |\n',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '#',
    '%',
    '- ',
    '> ',
    ': ',
  ),
  fc.constantFrom('- [x] y\n', '[a](b', '](', '<!--', '![', '## Examples\n', '```ts baad\n', 'path="../x"', '--- ../a\n', '&#0;', '\\'),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc
    .tuple(
      fc.constantFrom('[', '{a: ', '> ', '- ', '*a', '\n', '? ', '[a](', 'x', '&b [*b, ', '1) '),
      fc.oneof({ weight: 15, arbitrary: fc.integer({ min: 2, max: 50 }) }, { weight: 1, arbitrary: fc.integer({ min: 51, max: 3000 }) }),
    )
    .map(([unit, count]) => unit.repeat(count)),
);

const edit = fc.record({ at: fc.nat(sound.length), remove: fc.nat(20), insert: piece });

/** A sound page with edits, or noise from end to end; rarely long, because what is long is slow and nothing else. */
export const brokenPage = fc.oneof(
  { weight: 6, arbitrary: fc.array(edit, { minLength: 1, maxLength: 6 }).map((edits) => edits.reduce(applyEdit, sound)) },
  { weight: 2, arbitrary: fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.array(piece, { maxLength: 8 }), fc.array(piece, { maxLength: 8 }))
      .map(([yaml, body]) => `---\n${yaml.join('')}\n---\n${body.join('')}`),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes).toString('utf8')) },
);

function applyEdit(text: string, { at, remove, insert }: { at: number; remove: number; insert: string }): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}
