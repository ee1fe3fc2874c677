import assert from 'node:assert/strict';
import { it } from 'node:test';
import { EdgeTables } from '#guardrails/imports/edge-tables.ts';
import type { ImportEdge } from '#guardrails/imports/language.ts';

it('edges come back as they were, in another process too, and those that shared a site share one', () => {
  const site = { specifier: './a', start: 3, end: 8 };
  const other = { specifier: 'x', start: 3, end: 6 };
  const edges: ImportEdge[] = [
    { site, target: { kind: 'file', path: 'a.go', names: ['./a'] } },
    { site: other, target: { kind: 'external', names: ['x', 'y'] } },
    { site, target: { kind: 'file', path: 'b.go', names: ['./a'] }, part: true },
    { site: { specifier: './gone', start: 20, end: 26 }, target: { kind: 'unresolved', names: [] } },
  ];
  const tables = new EdgeTables();
  const packed = [tables.pack(edges), tables.pack(edges.slice(0, 1))];
  const again = new EdgeTables(JSON.parse(JSON.stringify(tables.packed())));
  const [first = [], second = []] = packed.map((numbers) => again.unpack(numbers));
  assert.deepEqual([first, second], [edges, edges.slice(0, 1)]);
  assert.equal(first[2]?.site, first[0]?.site);
  assert.equal(new Set(tables.unpack(tables.pack([0, 2].flatMap((index) => edges[index] ?? []))).map((edge) => edge.site)).size, 1);
  assert.deepEqual(again.packed(), tables.packed());
});
