import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findCycles } from '#guardrails/imports/find-cycles.ts';

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

test('each cycle is the shortest through its start, and none is reported twice', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const cycles = findCycles([...graph.keys()], nextIn(graph));
      for (const cycle of cycles) assert.equal(cycle.length, distance(graph, cycle[0] ?? ''));
      assert.equal(new Set(cycles.map((cycle) => turned(cycle).join())).size, cycles.length);
    }),
  );
});

test('seen from one node alone, there is a cycle exactly when the whole graph has one through it', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      for (const node of graph.keys()) assert.equal(findCycles([node], nextIn(graph))[0]?.length, distance(graph, node));
    }),
  );
});

test('a chain of 50,000 does not overflow the stack', () => {
  const next = (node: string) => [String((Number(node) + 1) % 50_000)];
  assert.equal(findCycles(['0'], next)[0]?.length, 50_000);
});

function nodeName(index: number): string {
  return `n${index}`;
}

function nextIn(graph: ReadonlyMap<string, ReadonlySet<string>>) {
  return (node: string) => [...(graph.get(node) ?? [])];
}

/** Length of the shortest way from a node back to it, by widening sets: slow, and plainly right. */
function distance(graph: ReadonlyMap<string, ReadonlySet<string>>, node: string): number | undefined {
  let reached = new Set(graph.get(node));
  for (let length = 1; length <= graph.size; length++) {
    if (reached.has(node)) return length;
    reached = new Set([...reached].flatMap((one) => [...(graph.get(one) ?? [])]));
  }
  return undefined;
}

function turned(cycle: readonly string[]): string[] {
  const at = cycle.indexOf([...cycle].sort()[0] ?? '');
  return [...cycle.slice(at), ...cycle.slice(0, at)];
}
