import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { loadHarness } from '#pages/load-harness.ts';

test('the sample project of the rehearsal has a page of each kind that the rehearsal speaks of, and no mistake in them', () => {
  const { pages, problems } = loadHarness(path.resolve(import.meta.dirname, '../../rehearsal/project'));
  assert.deepEqual(problems, []);
  assert.deepEqual(pages.map(({ kind }) => kind).sort(), ['decision', 'journey', 'persona', 'runbook']);
});
