import fc from 'fast-check';

/** Documents of every format as plain values; what their text looks like is for a `render` to say. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const oddKeys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', ' ', 'dependencies', '.', '*', '\0', 'é"\\'];

const oddValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    ...[0, -1, -0.5, 2 ** 53, 1e308, -1e308],
    ...['', ' ', '\0', '\uFEFF', '\ud800', '"', '\\', ['$', '{configDir}'].join(''), '1e999', '-9223372036854775809'],
    ...['.', '..', '../..', '/', '/etc/passwd', 'C:\\', '**', '!', '[', '{a,', '+(+(a))', 'a/'.repeat(40_000), '*(*(*('.repeat(20)],
    ...[null, true, [], {}, [[]], ['a'], { path: {} }],
  ),
  fc.jsonValue({ maxDepth: 3 }).map((value): Json => JSON.parse(JSON.stringify(value))),
);

const change = fc.record({
  at: fc.nat(1_000),
  how: fc.constantFrom('put', 'put', 'put', 'drop', 'rename', 'list', 'wrap', 'double', 'deep'),
  value: oddValue,
  key: fc.constantFrom(...oddKeys),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** A valid document with one to three parts of it replaced, taken out, called otherwise, nested wrongly or far too deep. */
export function mutated(document: Json): fc.Arbitrary<Json> {
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => changes.reduce(apply, document));
}

/** A text as other systems and broken tools write it. */
export function spelt(text: string): fc.Arbitrary<string> {
  const spelling = fc.record({
    bom: fc.boolean(),
    crlf: fc.boolean(),
    cut: fc.option(fc.nat(text.length), { freq: 8, nil: text.length }),
    tail: fc.oneof(
      { weight: 6, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom('\0', '\uFFFD\uFFFD', '}', '\r', '\u2028') },
    ),
  });
  return spelling.map(({ bom, crlf, cut, tail }) => {
    const rest = `${text.slice(0, cut)}${tail}`;
    return `${bom ? '\uFEFF' : ''}${crlf ? rest.replaceAll('\n', '\r\n') : rest}`;
  });
}

function apply(document: Json, { at, how, key, value }: Change): Json {
  const target = at % countOf(document);
  let seen = 0;
  const visit = (node: Json): Json | undefined => {
    if (seen++ === target) return changed(node, { how, value, key });
    if (Array.isArray(node)) return node.flatMap((item) => visit(item) ?? []);
    if (typeof node !== 'object' || node === null) return node;
    const entries = Object.entries(node).flatMap(([name, item]): [string, Json][] => {
      const isTarget = seen === target && how === 'rename';
      const kept = visit(item);
      return kept === undefined ? [] : [[isTarget ? key : name, kept]];
    });
    return Object.fromEntries(entries);
  };
  return visit(document) ?? null;
}

/** Undefined: it is taken out. */
function changed(node: Json, { how, key, value }: Pick<Change, 'how' | 'value' | 'key'>): Json | undefined {
  if (how === 'drop') return undefined;
  if (how === 'put') return value;
  if (how === 'list') return [node];
  if (how === 'wrap') return Object.fromEntries([[key, node]]);
  if (how === 'double') return Array.isArray(node) ? Array.from({ length: 50 }, () => node).flat() : node;
  let deep = node;
  if (how === 'deep') for (let level = 0; level < 300; level++) deep = level % 2 === 0 ? [deep] : { a: deep };
  return deep;
}

function countOf(node: Json): number {
  if (typeof node !== 'object' || node === null) return 1;
  return Object.values(node).reduce((sum: number, item) => sum + countOf(item), 1);
}
