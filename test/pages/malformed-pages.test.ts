import { it } from 'node:test';
import fc from 'fast-check';
import type { PageKind } from '#kernel/records/page.ts';
import { assertLocated } from './assert-located.ts';
import { brokenPage } from './broken-page.ts';

const kinds: PageKind[] = ['guardrail', 'persona', 'decision', 'plan'];

// 10,000 of them are in test/processes/malformed-pages.test.ts.
it('a malformed page is a page or a located problem', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), brokenPage, (kind, text) => assertLocated(kind, text)),
    { numRuns: 150 },
  );
});
