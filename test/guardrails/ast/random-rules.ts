import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import fc from 'fast-check';
import { loadEngine } from '#guardrails/ast/engine.ts';
import type { AstNode } from '#guardrails/ast/open-addon.ts';
import type { AstCheck } from '#kernel/records/guardrail.ts';

type Rule = AstCheck['rule'];

const zod = path.join(path.dirname(createRequire(import.meta.url).resolve('zod/package.json')), 'src');
const sources = [
  ...['v4/core/checks.ts', 'v4/core/util.ts', 'v3/types.ts', 'v4/classic/parse.ts'].map((file) =>
    fs.readFileSync(path.join(zod, file), 'utf8'),
  ),
  fs.readFileSync(new URL('../../fixtures/ast-sources/breaches.txt', import.meta.url), 'utf8'),
];

/** Some lines of a real file. */
const excerpt = fc.tuple(fc.constantFrom(...sources), fc.nat()).map(([text, seed]) => {
  const lines = text.split('\n');
  const start = seed % Math.max(1, lines.length - 30);
  return lines.slice(start, start + 30).join('\n');
});

/** Statements of whole files, one after the other: what parses, and has all its brackets. */
export const statements = sources.flatMap((text) =>
  loadEngine()
    .parse('TypeScript', text)
    .root()
    .children()
    .map((child) => child.text())
    .filter((statement) => statement.length < 3_000),
);

const some = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 4 })).map(([seed, count]) => {
  const start = seed % statements.length;
  return statements.slice(start, start + count).join('\n');
});

/** An excerpt with some of its tokens taken out: what stands in an editor half way. */
export function tornSource(): fc.Arbitrary<string> {
  return fc.tuple(fc.oneof(excerpt, some), fc.array(fc.nat(), { maxLength: 6 })).map(([text, holes]) => {
    const tokens = text.match(/\w+|\s+|[^\w\s]/g) ?? [];
    const gone = new Set(holes.map((hole) => hole % Math.max(1, tokens.length)));
    return tokens.filter((_, index) => !gone.has(index)).join('');
  });
}

/** A rule made of a node of an excerpt, so that it is likely to be found there, and changed at random. */
export const ruleFromSource = fc
  .tuple(
    fc.oneof(excerpt, some),
    fc.nat(),
    fc.nat(),
    fc.constantFrom('pattern', 'kind', 'regex', 'all', 'any', 'has', 'inside', 'not', 'strict'),
  )
  .map(([text, a, b, shape]) => {
    const nodes = allNodes(loadEngine().parse('TypeScript', text).root()).filter((node) => node.isNamed() && node.text().length < 120);
    const one = nodes[a % nodes.length];
    const two = nodes[b % nodes.length];
    return { text, rule: one === undefined || two === undefined ? { kind: 'program' } : shaped(shape, { one, two, seed: b }) };
  });

function shaped(shape: string, { one, seed, two }: { one: AstNode; two: AstNode; seed: number }): Rule {
  const pattern = withVariables(one.text(), seed);
  const parent = one.parent();
  switch (shape) {
    case 'kind':
      return { kind: one.kind() };
    case 'regex':
      return { kind: one.kind(), regex: one.text().slice(0, 12).replace(/[^\w]/g, '.') };
    case 'all':
      return { all: [{ pattern }, { kind: one.kind() }] };
    case 'any':
      return { any: [{ pattern }, { kind: two.kind() }] };
    case 'has':
      return parent === null ? { pattern } : { kind: parent.kind(), has: { pattern, stopBy: 'end' } };
    case 'inside':
      return { pattern, inside: { kind: parent?.kind() ?? 'program', stopBy: { kind: two.kind() } } };
    case 'not':
      return { kind: one.kind(), not: { pattern: two.text() } };
    case 'strict':
      return { pattern: { context: pattern, strictness: ['cst', 'smart', 'ast', 'relaxed', 'signature'][seed % 5] } };
    default:
      return { pattern };
  }
}

/** Some names become metavariables. */
function withVariables(text: string, seed: number): string {
  let count = 0;
  return text.replace(/\b[a-z_]\w*\b/gi, (word) => ((seed >> (count++ % 16)) % 3 === 0 ? `$V${count}` : word));
}

function allNodes(node: AstNode): AstNode[] {
  return [node, ...node.children().flatMap(allNodes)];
}
