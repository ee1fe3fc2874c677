import { type Document, isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Mistake, Place } from '../mistake.ts';

/** Deeper than any rule a person can read. */
const maxDepth = 64;

/** Following one alias walks the document. */
const maxAliases = 100;

/**
 * Valid YAML that a page may not have, because turning it into data takes for ever (nested keys, many aliases), never
 * ends (an alias inside itself), can overflow the stack (depth), or loses a key (`__proto__`).
 */
export function yamlTraps(document: Document.Parsed, toPlace: (offset: number) => Place): Mistake[] {
  const mistakes: Mistake[] = [];
  let aliases = 0;
  for (const entry of entriesOf(document)) {
    if (isAlias(entry.node)) aliases++;
    const trap = aliases > maxAliases ? tooManyAliases : (roundTrip(entry.node, document) ?? trapAt(entry));
    if (trap === undefined) continue;
    mistakes.push({ ...toPlace(isNode(entry.node) ? (entry.node.range?.[0] ?? 0) : 0), ...trap });
    if (trap.code !== 'yaml-key') break;
  }
  return mistakes;
}

type Trap = Pick<Mistake, 'code' | 'message'>;

const tooManyAliases: Trap = { code: 'yaml-alias', message: `This YAML has more than ${maxAliases} aliases.` };

/** An alias inside what it stands for would make data without an end. */
function roundTrip(node: unknown, document: Document.Parsed): Trap | undefined {
  if (!isAlias(node)) return undefined;
  const [start, , end] = node.resolve(document)?.range ?? [];
  const at = node.range?.[0];
  if (start === undefined || end === undefined || at === undefined || at < start || at >= end) return undefined;
  return { code: 'yaml-alias', message: `The alias \`${node.source}\` is part of what it stands for.` };
}

function trapAt({ node, depth, isKey }: Entry): Trap | undefined {
  if (depth > maxDepth) return { code: 'yaml-too-deep', message: 'This YAML nests too deep.' };
  if (!isKey) return undefined;
  if (!isScalar(node)) return { code: 'yaml-key', message: 'A key must be a plain word.' };
  return node.value === '__proto__' ? { code: 'yaml-key', message: 'A key may not be called `__proto__`.' } : undefined;
}

interface Entry {
  node: unknown;
  depth: number;
  isKey: boolean;
}

/** Every node of a document in the order it is written, without recursion; what is inside a key is left out. */
function* entriesOf(document: Document.Parsed): Generator<Entry> {
  const waiting: Entry[] = [{ node: document.contents, depth: 0, isKey: false }];
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    yield entry;
    if (!entry.isKey) waiting.push(...childrenOf(entry).reverse());
  }
}

function childrenOf({ node, depth }: Entry): Entry[] {
  if (isSeq(node)) return node.items.map((item) => ({ node: item, depth: depth + 1, isKey: false }));
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => [
    { node: key, depth: depth + 1, isKey: true },
    { node: value, depth: depth + 1, isKey: false },
  ]);
}
