import { occurringNames } from '../symbols/occurring-names.ts';
import { type SymbolClaim, symbolClaims } from '../symbols/symbol-claims.ts';
import { isHistory } from '../words/is-history.ts';
import { sentenceAround } from '../words/sentence-around.ts';
import { tellsOfElsewhere, tellsOfPast } from '../words/tenses.ts';
import type { Fault, GardenFacts } from './fault.ts';

/** Names in code that stand nowhere in the source. */
export function* missingSymbols(facts: GardenFacts): Generator<Fault> {
  const { graph, read } = facts;
  const claims = [...symbolClaims(graph)].filter((claim) => isClaim(claim, facts));
  const named = new Set(claims.flatMap(({ file }) => file ?? []));
  const rest = graph.files.all.filter((file) => !named.has(file) && isSource(file));
  const there = occurringNames(new Set(claims.map(({ name }) => name)), [...named, ...rest], read);
  for (const { from, name, line, column, text, file } of claims) {
    if (there.has(name)) continue;
    const message =
      file === undefined
        ? `\`${name}\` stands nowhere in the source.`
        : `\`${name}\` is not in \`${file}\`, nor anywhere else in the source.`;
    yield { rule: 'missing-symbol', path: from, place: { line, column, length: text.length + 2 }, quote: text, message };
  }
}

/** Decisions and what is over tell of code as it was; plans tell of code as it will be. */
function isClaim({ from, at, file }: SymbolClaim, { graph }: GardenFacts): boolean {
  const document = graph.documents.get(from);
  if (document === undefined || document.kind === 'decision' || document.kind === 'plan' || isHistory(document)) return false;
  const sentence = sentenceAround(document, at);
  if (tellsOfPast(sentence)) return false;
  return file !== undefined || !(tellsOfElsewhere(sentence) || isAnyones.test(sentence));
}

/** What is warned of, offered by others, or made up. */
const isAnyones =
  /\b(?:not|never|avoid|don't|cannot|without|rather than|unlike|forbid|ban(?:ned)?|such as|like|e\.g\.|for example|will|library|package|from (?:npm|the))\b|\bfrom `|\)` method/i;

/** Text that people write, and that is no document. */
function isSource(file: string): boolean {
  return !/\.(?:md|mdx|mdc|markdown|rst|adoc|txt|lock|svg|png|jpe?g|gif|ico|pdf|zip|gz|woff2?|ttf|wasm|map|snap|min\.js|min\.css)$|(?:^|\/)(?:package-lock\.json|pnpm-lock\.yaml)$/i.test(
    file,
  );
}
