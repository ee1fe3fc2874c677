import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { PageKind } from '#kernel/records/page.ts';
import { assertLocated } from '../pages/assert-located.ts';
import { brokenPage } from '../pages/broken-page.ts';

const kinds: PageKind[] = ['guardrail', 'guardrail', 'guardrail', 'persona', 'decision', 'plan'];

describe('malformed pages', () => {
  it('10,000 of them never crash, hang, or lose their place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), brokenPage, (kind, text) => assertLocated(kind, text)),
      { numRuns: 10_000 },
    );
  });

  it('the longest of one thing takes no two seconds', () => {
    const units = ['[', '*a_', '> ', '- ', '<!--', '[a](', '`a', '&a ', '\\\n', '- - \n', 'a: 1\n', '\n- ', '? ', '{a: ', '"', '|\n'];
    for (const unit of units) {
      const long = unit.repeat(Math.floor(130_000 / unit.length));
      assertLocated('guardrail', `---\nid: x\n---\n${long}`);
      assertLocated('persona', `---\nname: x\n---\n\n- [a] ${long}`);
      assertLocated('guardrail', `---\n${long.slice(0, 32_000)}\n---\nText.\n`);
    }
  });
});
