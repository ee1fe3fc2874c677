import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { PageFacts } from '#knowledge/ground-index.ts';
import { replaceSuperseded } from '../../../src/knowledge/ground/stand-ins.ts';

const decision = (path: string, replacedBy: string[]): PageFacts => ({
  path,
  kind: 'decision',
  title: path,
  says: '',
  sections: [],
  leadsTo: [],
  decision: { state: replacedBy.length === 0 ? 'accepted' : 'superseded', replacedBy },
});

const pages = (all: readonly PageFacts[]) => new Map(all.map((page) => [page.path, page]));

it('what a decision scores goes to the end of the chain, and two that replace each other hold neither', () => {
  const known = pages([
    decision('a', ['b']),
    decision('b', ['c', 'd']),
    decision('c', []),
    decision('d', []),
    decision('x', ['y']),
    decision('y', ['x']),
  ]);
  const { scores, standsFor } = replaceSuperseded(
    new Map([
      ['a', 3],
      ['c', 1],
      ['x', 9],
    ]),
    known,
  );
  assert.deepEqual([...scores].sort(), [
    ['c', 3],
    ['d', 3],
  ]);
  assert.deepEqual(standsFor.get('c'), ['a']);
});
