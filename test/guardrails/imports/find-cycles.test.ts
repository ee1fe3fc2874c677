import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { andSoOn, findCycles } from '#guardrails/imports/find-cycles.ts';

const graphs = fc
  .integer({ min: 1, max: 9 })
  .chain((size) => fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 24 }).map((edges) => ({ size, edges })))
  .map(({ size, edges }) => {
    const next = new Map(Array.from({ length: size }, (_, index) => [nodeName(index), new Set<string>()]));
    for (const [from, to] of edges) next.get(nodeName(from))?.add(nodeName(to));
    return next;
  });

test('every cycle is one: it starts at a root, its edges exist, no node comes twice', () => {
  fc.assert(
    fc.property(graphs, fc.infiniteStream(fc.boolean()), (graph, coins) => {
      const roots = [...graph.keys()].filter(() => coins.next().value === true);
      for (const cycle of findCycles(roots, nextIn(graph))) {
        assert.ok(roots.includes(cycle[0] ?? ''));
        assert.equal(new Set(cycle).size, cycle.length);
        for (const [index, node] of cycle.entries()) assert.ok(graph.get(node)?.has(cycle[(index + 1) % cycle.length] ?? ''));
      }
    }),
  );
});

test('a node is on a reported cycle exactly when it can reach itself', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const reported = new Set(findCycles([...graph.keys()], nextIn(graph)).flat());
      for (const node of graph.keys()) assert.equal(reported.has(node), distance(graph, node) !== undefined, node);
    }),
  );
});

test('there is one for each edge that lies on a circle, the shortest by which it leads back', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const expected = [...graph].flatMap(([node, targets]) =>
        [...targets].flatMap((target) => {
          const back = target === node ? 0 : distance(graph, target, node);
          return back === undefined ? [] : [`${node} ${target} ${back + 1}`];
        }),
      );
      const found = findCycles([...graph.keys()], nextIn(graph)).map((cycle) => `${cycle[0]} ${cycle[1] ?? cycle[0]} ${cycle.length}`);
      assert.deepEqual(found.sort(), expected.sort());
    }),
  );
});

test('seen from some nodes alone, each has the same ones', () => {
  fc.assert(
    fc.property(graphs, fc.infiniteStream(fc.boolean()), (graph, coins) => {
      const all = findCycles([...graph.keys()], nextIn(graph));
      const roots = [...graph.keys()].filter(() => coins.next().value === true);
      assert.deepEqual(
        findCycles(roots, nextIn(graph)),
        all.filter(([start = '']) => roots.includes(start)),
      );
    }),
  );
});

test('a chain of 50,000 does not overflow the stack', () => {
  const next = (node: string) => [String((Number(node) + 1) % 50_000)];
  assert.deepEqual(findCycles(['0'], next), [['0', '1', andSoOn]]);
});

function nodeName(index: number): string {
  return `n${index}`;
}

function nextIn(graph: ReadonlyMap<string, ReadonlySet<string>>) {
  return (node: string) => [...(graph.get(node) ?? [])];
}

/** Length of the shortest way from a node to another, or back to it, by widening sets: slow, and plainly right. */
function distance(graph: ReadonlyMap<string, ReadonlySet<string>>, node: string, to = node): number | undefined {
  let reached = new Set(graph.get(node));
  for (let length = 1; length <= graph.size; length++) {
    if (reached.has(to)) return length;
    reached = new Set([...reached].flatMap((one) => [...(graph.get(one) ?? [])]));
  }
  return undefined;
}
