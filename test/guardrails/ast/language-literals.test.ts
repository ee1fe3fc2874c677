import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { astCompiler } from '#guardrails/ast/ast-compiler.ts';
import { astConfig } from '#guardrails/ast/ast-config.ts';
import type { AstLanguage } from '#guardrails/ast/ast-language.ts';
import { configError } from '#guardrails/ast/compile-error.ts';
import { loadEngine } from '#guardrails/ast/engine.ts';
import type { AstNode } from '#guardrails/ast/open-addon.ts';
import { phpCheck } from '#guardrails/ast/php-pattern.ts';
import { type AstCheck, astCheckSchema } from '#kernel/records/guardrail.ts';
import { readLanguageRules } from '../read-language-rules.ts';

suite('literals of ast rules in other languages', () => {
  for (const { language, name, text } of readLanguageRules()) {
    test(`no finding is lost: ${name}`, () => {
      const seen = { found: 0, filtered: 0 };
      fc.assert(
        fc.property(ruleFrom(text, language), torn(text, name), ({ excerpt, rule }, other) => {
          const check = astCheckSchema.parse({ kind: 'ast', language: name, rule });
          const config = astConfig(phpCheck(check));
          if (configError(language, config) === undefined) compare({ check, language, config }, [excerpt, other], seen);
        }),
        { numRuns: 120 },
      );
      assert.ok(seen.found > 10, JSON.stringify(seen));
      assert.ok(seen.filtered > 0, JSON.stringify(seen));
    });
  }

  const cases: [check: Pick<AstCheck, 'language' | 'rule'>, literals: string[][]][] = [
    [{ language: 'python', rule: { pattern: 'requests.get($URL, timeout=$T)' } }, [['requests'], ['timeout'], ['get']]],
    [{ language: 'python', rule: { pattern: 'try:\n  $$$A\nexcept Exception:\n  pass' } }, [['Exception']]],
    [{ language: 'go', rule: { pattern: 'if err != nil { $$$B }' } }, [['err'], ['nil']]],
    [{ language: 'rust', rule: { pattern: '$A.unwrap()' } }, [['unwrap']]],
    [{ language: 'java', rule: { pattern: 'new Thread($A)' } }, [['Thread']]],
    [{ language: 'bash', rule: { pattern: 'rm -rf $A' } }, [['-rf'], ['rm']]],
    [{ language: 'php', rule: { pattern: 'echo eval($A);' } }, [['eval']]],
    [{ language: 'css', rule: { pattern: { context: 'a { float: $V }', selector: 'declaration' } } }, [['float']]],
    [{ language: 'html', rule: { pattern: '<zone a="$A">$$$B</zone>' } }, [['zone']]],
  ];
  for (const [check, literals] of cases)
    test(`${check.language}: ${JSON.stringify(check.rule)}`, () =>
      assert.deepEqual(astCompiler.literals({ kind: 'ast', ...check }), literals));
});

function compare(
  { check, config, language }: { check: AstCheck; config: ReturnType<typeof astConfig>; language: AstLanguage },
  texts: string[],
  seen: { found: number; filtered: number },
): void {
  const literals = astCompiler.literals(check);
  for (const text of texts) {
    const missing = literals.find((group) => !group.some((literal) => text.includes(literal)));
    const hits = loadEngine().parse(language, text).root().findAll(config);
    assert.ok(hits.length === 0 || missing === undefined, `${JSON.stringify(check.rule)} is found without ${missing} in:\n${text}`);
    if (hits.length > 0) seen.found += 1;
    if (missing !== undefined) seen.filtered += 1;
  }
}

/** Some lines, in the case of other letters here and there and without some of its tokens: what stands in an editor half way. */
function torn(text: string, name: string): fc.Arbitrary<string> {
  return fc
    .tuple(excerptOf(text), fc.array(fc.nat(), { maxLength: 6 }), fc.array(fc.nat(), { maxLength: 4 }))
    .map(([excerpt, holes, shouts]) => {
      const tokens = excerpt.match(/\w+|\s+|[^\w\s]/g) ?? [];
      const chosen = (picks: number[]) => new Set(picks.map((pick) => pick % Math.max(1, tokens.length)));
      const gone = chosen(holes);
      const loud = chosen(shouts);
      const rest = tokens.flatMap((token, index) => (gone.has(index) ? [] : [loud.has(index) ? token.toUpperCase() : token])).join('');
      return name === 'php' ? `<?php ${rest}` : rest;
    });
}

function excerptOf(text: string): fc.Arbitrary<string> {
  const lines = text.split('\n');
  const size = Math.min(12, Math.ceil(lines.length / 3));
  return fc.nat().map((seed) => {
    const start = seed % Math.max(1, lines.length - size);
    return lines.slice(start, start + size).join('\n');
  });
}

const shapes = ['pattern', 'kind', 'regex', 'all', 'any', 'has', 'inside', 'not', 'strict'] as const;

/** A rule made of a node of the sample, so that it is likely to be found there, and changed at random. */
function ruleFrom(text: string, language: AstLanguage): fc.Arbitrary<{ excerpt: string; rule: AstCheck['rule'] }> {
  const nodes = allNodes(loadEngine().parse(language, text).root()).filter((node) => node.isNamed() && node.text().length < 90);
  return fc
    .tuple(fc.constantFrom(...nodes), fc.constantFrom(...nodes), fc.nat(), fc.constantFrom(...shapes))
    .map(([one, two, seed, shape]) => ({
      excerpt: text,
      rule: shaped(shape, { one, two, seed }),
    }));
}

function shaped(shape: (typeof shapes)[number], { one, seed, two }: { one: AstNode; two: AstNode; seed: number }): AstCheck['rule'] {
  const pattern = withVariables(one.text(), seed);
  const parent = one.parent();
  const rules: Record<typeof shape, AstCheck['rule']> = {
    pattern: { pattern },
    kind: { kind: one.kind() },
    regex: { kind: one.kind(), regex: one.text().slice(0, 12).replace(/[^\w]/g, '.') },
    all: { all: [{ pattern }, { kind: one.kind() }] },
    any: { any: [{ pattern }, { kind: two.kind() }] },
    has: parent === null ? { pattern } : { kind: parent.kind(), has: { pattern, stopBy: 'end' } },
    inside: { pattern, inside: { kind: parent?.kind() ?? two.kind(), stopBy: { kind: two.kind() } } },
    not: { kind: one.kind(), not: { pattern: two.text() } },
    strict: { pattern: { context: pattern, strictness: ['cst', 'smart', 'ast', 'relaxed', 'signature'][seed % 5] } },
  };
  return rules[shape];
}

/** Some names become metavariables. */
function withVariables(text: string, seed: number): string {
  let count = 0;
  return text.replace(/\b[a-z_]\w*\b/gi, (word) => ((seed >> (count++ % 16)) % 3 === 0 ? `$V${count}` : word));
}

function allNodes(node: AstNode): AstNode[] {
  return [node, ...node.children().flatMap(allNodes)];
}
