import assert from 'node:assert/strict';
import { it } from 'node:test';
import { renderProblems } from '#pages/render-problems.ts';

const place = { path: 'harness/guardrails/a.md', line: 3, column: 7, code: 'x' };

it('renders a line that editors jump to, then what to do', () => {
  assert.equal(
    renderProblems([
      { ...place, message: 'One.', fix: 'Mend it.' },
      { ...place, line: 4, message: 'Two.' },
    ]),
    'harness/guardrails/a.md:3:7 One.\n  fix: Mend it.\nharness/guardrails/a.md:4:7 Two.',
  );
});

it('lets no page forge a line or steer a terminal', () => {
  assert.equal(renderProblems([{ ...place, message: 'a\nb:1:1 \u001B[2Jc' }]), 'harness/guardrails/a.md:3:7 a b:1:1 \uFFFD[2Jc');
});
