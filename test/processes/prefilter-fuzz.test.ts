import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { astConfig } from '#guardrails/ast/ast-config.ts';
import { type AstLanguage, astLanguageOf, isScript } from '#guardrails/ast/ast-language.ts';
import { madeUpIn } from '#guardrails/ast/bulk/made-up.ts';
import { loadEngine } from '#guardrails/ast/engine.ts';
import type { AstNode } from '#guardrails/ast/open-addon.ts';
import { compileRules } from '#guardrails/compile-rules.ts';
import { candidates } from '#guardrails/may-break.ts';
import { runRules } from '#guardrails/run-rules.ts';
import { memoryTree } from '#guardrails/tree.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { type AstCheck, type Check, checkSchema } from '#kernel/records/guardrail.ts';
import { makePage } from '../guardrails/make-page.ts';
import { readLanguageRules } from '../guardrails/read-language-rules.ts';

/** `TACKROOM_FUZZ=20000 npm test -- test/processes/prefilter-fuzz.test.ts` for a long night. */
const runs = Number(process.env.TACKROOM_FUZZ ?? 200);

const script = fs.readFileSync(new URL('../fixtures/ast-sources/breaches.txt', import.meta.url), 'utf8');
const samples = readLanguageRules().filter(({ name }) => ['python', 'go', 'rust', 'java'].includes(name));
const languages: { name: string; language: AstLanguage; path: string; text: string }[] = [
  { name: 'typescript', language: 'TypeScript', path: 'a.ts', text: script },
  ...samples.map(({ name, language, extension, text }) => ({ name, language, path: `a.${extension}`, text })),
];

/** What a check finds through all its filters must be what is there, asked without any. */
suite('no filter loses a finding', () => {
  for (const about of languages) {
    test(`ast rules in ${about.name}`, () => {
      const seen = { rules: 0, hits: 0, filtered: 0 };
      fc.assert(
        fc.property(fc.array(checkFrom(about), { minLength: 1, maxLength: 5 }), torn(about.text), (checks, text) => {
          compare(checks, { path: about.path, text, seen }, ({ check }) => searched(check, about.language, text));
        }),
        { numRuns: runs },
      );
      assert.ok(seen.rules > runs && seen.hits > runs / 4 && seen.filtered > runs / 4, JSON.stringify(seen));
    });
  }

  test('text rules', () => {
    const seen = { rules: 0, hits: 0, filtered: 0 };
    fc.assert(
      fc.property(fc.array(textCheck, { minLength: 1, maxLength: 4 }), subject, (checks, text) => {
        compare(checks, { path: 'a.txt', text, seen }, ({ check }) => matched(check, text));
      }),
      { numRuns: runs * 5 },
    );
    assert.ok(seen.hits > runs && seen.filtered > runs / 4, JSON.stringify(seen));
  });
});

interface Seen {
  rules: number;
  hits: number;
  filtered: number;
}

function compare(
  checks: readonly Check[],
  { path, seen, text }: { path: string; text: string; seen: Seen },
  truth: (rule: CompiledRule) => string[],
): void {
  const rules = checks.flatMap((check, index) => compiled(check, `rule-${index}`));
  const { faults, findings, suppressed } = runRules(
    { version: 1, engine: '', pagesHash: '', rules },
    { tree: memoryTree({ [path]: text }), paths: [path], whole: true },
  );
  // A pattern not proven harmless has 200 ms by the clock, which a busy machine may not give it: then nothing is told of it.
  if (faults.some(({ message }) => message.includes('took longer than'))) return;
  assert.deepEqual(faults, []);
  const possible = new Set(candidates(rules, path, text));
  for (const rule of rules) {
    const about = `${JSON.stringify(rule.check)}\nliterals ${JSON.stringify(rule.literals)}\n${JSON.stringify(text)}`;
    const expected = isMadeUp(rule, { path, text }) ? [] : truth(rule);
    const said = [...findings, ...suppressed.map(({ finding }) => finding)].filter(({ guardrail }) => guardrail === rule.id);
    assert.deepEqual(said.map(({ range }) => `${range?.start.line}:${range?.start.column}`).sort(), expected.sort(), about);
    assert.ok(expected.length === 0 || possible.has(rule), about);
    seen.rules += 1;
    seen.hits += expected.length > 0 ? 1 : 0;
    seen.filtered += possible.has(rule) ? 0 : 1;
  }
}

/** What the grammar made up while it recovered from an error is no finding: only in a file that does not parse (decision 0016). */
function isMadeUp(rule: CompiledRule, { path, text }: { path: string; text: string }): boolean {
  const language = astLanguageOf(path);
  return (
    language !== undefined && isScript(language) && madeUpIn(text, language)(rule) && !parses(loadEngine().parse(language, text).root())
  );
}

function parses(node: AstNode): boolean {
  if (node.kind() === 'ERROR' || (node.isLeaf() && node.text() === '' && node.parent() !== null)) return false;
  return node.children().every(parses);
}

/** Nothing where the page would be refused: such a rule never runs. */
function compiled(check: Check, id: string): CompiledRule[] {
  const { compiled: made, problems } = compileRules([makePage(id, check)], { engine: '', pagesHash: '' });
  return problems.length > 0 ? [] : made.rules;
}

function searched(check: Check, language: AstLanguage, text: string): string[] {
  if (check.kind !== 'ast') return [];
  const nodes = loadEngine().parse(language, text).root().findAll(astConfig(check));
  return nodes.map((node) => placeOf(text, node.range().start.index));
}

/** What the page contract says: each match in each line, or in the whole text. */
function matched(check: Check, text: string): string[] {
  if (check.kind !== 'text') return [];
  const regex = new RegExp(check.pattern, `${check.flags ?? ''}g`);
  const matches = (line: string) => [...line.matchAll(regex)];
  if (check.multiline === true) return matches(text).map(({ index }) => placeOf(text, index));
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines.flatMap((line, index) => matches(line).map((match) => `${index + 1}:${match.index + 1}`));
}

function placeOf(text: string, index: number): string {
  const before = text.slice(0, index).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

type Rule = AstCheck['rule'];

/** A check made of nodes of a sample, so that it is likely to find something there. */
function checkFrom({ language, name, text }: (typeof languages)[number]): fc.Arbitrary<Check> {
  const nodes = allNodes(loadEngine().parse(language, text).root()).filter((node) => node.isNamed() && node.text().length < 100);
  const node = fc.constantFrom(...nodes);
  const { rule } = fc.letrec<{ rule: Rule; atom: Rule }>((tie) => ({
    atom: fc.oneof(
      fc.tuple(node, fc.nat()).map(([one, seed]) => ({ pattern: withVariables(one.text(), seed) })),
      node.map((one) => ({ kind: one.kind() })),
      fc.tuple(node, fc.constantFrom('', '(?i)', '^', '(?s)')).map(([one, lead]) => regexOf(one, lead)),
      fc.tuple(node, fc.constantFrom('relaxed', 'ast', 'signature', 'cst')).map(([one, strictness]) => ({
        pattern: { context: withVariables(one.text(), 5), strictness },
      })),
    ),
    rule: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('atom'),
      fc.tuple(tie('atom'), tie('rule')).map(([one, two]) => ({ all: [one, two] })),
      fc.tuple(tie('rule'), tie('rule')).map(([one, two]) => ({ any: [one, two] })),
      fc.tuple(tie('atom'), tie('rule')).map(([one, two]) => ({ ...one, not: two })),
      fc
        .tuple(tie('atom'), fc.constantFrom('inside', 'has', 'follows', 'precedes'), tie('rule'), fc.boolean())
        .map(([one, relation, two, far]) => ({ ...one, [relation]: far ? { ...two, stopBy: 'end' } : two })),
      fc.tuple(tie('atom'), fc.nat(3)).map(([one, position]) => ({ ...one, nthChild: position + 1 })),
      tie('atom').map((one) => ({ ...one, matches: 'shared' })),
    ),
  }));
  return fc.tuple(rule, rule, node, fc.nat(7)).map(([main, other, one, extras]) =>
    checkSchema.parse({
      kind: 'ast',
      language: name,
      rule: main,
      ...(JSON.stringify(main).includes('"shared"')
        ? { utils: { shared: JSON.stringify(other).includes('"shared"') ? { any: [main] } : other } }
        : {}),
      ...(extras === 0 ? { constraints: { V1: regexOf(one, '') } } : {}),
    }),
  );
}

function regexOf(node: AstNode, lead: string): Rule {
  const words = node.text().match(/\w+/g) ?? ['a'];
  return { regex: `${lead}${words[0]}${words.length > 1 ? `|${words.at(-1)}` : ''}`, kind: node.kind() };
}

/** Some names become metavariables. */
function withVariables(text: string, seed: number): string {
  let count = 0;
  return text.replace(/\b[a-z_]\w*\b/gi, (word) => ((seed >> (count++ % 16)) % 3 === 0 ? `$V${count}` : word));
}

function allNodes(node: AstNode): AstNode[] {
  return [node, ...node.children().flatMap(allNodes)];
}

/** Some lines, in other letters here and there and without some of their tokens: what stands in an editor half way. */
function torn(text: string): fc.Arbitrary<string> {
  const lines = text.split('\n');
  return fc
    .tuple(
      fc.nat(lines.length - 1),
      fc.integer({ min: 3, max: 40 }),
      fc.array(fc.nat(), { maxLength: 5 }),
      fc.array(fc.nat(), { maxLength: 3 }),
    )
    .map(([start, size, holes, shouts]) => {
      const tokens =
        lines
          .slice(start, start + size)
          .join('\n')
          .match(/\w+|\s+|[^\w\s]/g) ?? [];
      const chosen = (picks: number[]) => new Set(picks.map((pick) => pick % Math.max(1, tokens.length)));
      const [gone, loud] = [chosen(holes), chosen(shouts)];
      return tokens.flatMap((token, index) => (gone.has(index) ? [] : [loud.has(index) ? token.toUpperCase() : token])).join('');
    });
}

/** Letters of which some are others in another case: `K` and the Kelvin sign, `s` and `ſ`, the Greek sigmas. */
const letters = ['a', 'b', 'A', 'k', 'K', '\u212A', 's', 'ſ', 'ß', 'σ', 'ς', 'Σ', 'İ', 'é', '😀', '1', '_', ' '];

const { source } = fc.letrec<{ source: string; part: string; atom: string }>((tie) => ({
  source: fc
    .array(fc.array(tie('part'), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
    .map((options) => options.map((parts) => parts.join('')).join('|')),
  part: fc
    .tuple(tie('atom'), fc.constantFrom('', '', '', '', '?', '*', '+', '{2}', '{0,2}', '{0}', '{1,}', '+?', '??'))
    .map(([atom, repeat]) => (/^(?:[\^$]|\\[bB]$|\(\?<?[=!])/.test(atom) ? atom : atom + repeat)),
  atom: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...letters),
    fc.array(fc.constantFrom(...letters), { minLength: 2, maxLength: 4 }).map((some) => some.join('')),
    fc.constantFrom(
      '.',
      '[ab]',
      '[^a]',
      '\\w',
      '\\W',
      '\\s',
      '\\d',
      '\\x61',
      '\\u006b',
      '\\u{6b}',
      '\\p{L}',
      '\\n',
      '\\t',
      '^',
      '$',
      '\\b',
      '\\B',
      '[]',
      '[^]',
      '\\1',
      '\\k<n>',
      '\\cJ',
      '\\0',
      '\\a',
      '{',
      ']',
      '[a&&b]',
      '[[a]b]',
      '\\q{ab}',
    ),
    fc.tuple(fc.constantFrom('(?:', '(', '(?=', '(?!', '(?<=', '(?<!', '(?<n>'), tie('source')).map(([open, inner]) => `${open}${inner})`),
  ),
}));

const textCheck: fc.Arbitrary<Check> = fc
  .tuple(source, fc.subarray(['i', 's', 'm']), fc.constantFrom('', '', 'u', 'v'), fc.boolean())
  .map(([pattern, flags, unicode, multiline]) => checkSchema.parse({ kind: 'text', pattern, flags: flags.join('') + unicode, multiline }));

/** Without surrogates, between whose halves a match of nothing is of no use to anybody. */
const subject = fc
  .array(fc.constantFrom(...letters.filter((letter) => letter.length === 1), 'ab', 'aks', '\n', '\r\n', '\t', '(', ']', '{'), {
    maxLength: 40,
  })
  .map((some) => some.join(''));
