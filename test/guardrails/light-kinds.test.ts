import assert from 'node:assert/strict';
import { test } from 'node:test';
import { soundAstRunner } from '#guardrails/ast/sound-ast-runner.ts';
import { compileRules } from '#guardrails/compile-rules.ts';
import { kindRunners } from '#guardrails/run/kind-runners.ts';
import { lightKindRunners } from '#guardrails/run/light-kind-runners.ts';
import { isLight, lightKinds } from '#kernel/light-kinds.ts';
import { makePage } from './make-page.ts';

test('what a hook takes for light is what the half for edits can run, by the same runners as everywhere, as far as it has time', () => {
  assert.deepEqual(Object.keys(lightKindRunners).sort(), [...lightKinds].sort());
  const light = { ...lightKindRunners, ast: soundAstRunner }; // docs/decisions/0016
  for (const kind of lightKinds) assert.deepEqual({ ...kindRunners[kind], byFile: undefined }, { ...light[kind], byFile: undefined });
});

test('a rule that looks at other files is not light', () => {
  const pages = [makePage('length', { kind: 'structure', maxLines: 3 }), makePage('cycles', { kind: 'imports', cycles: false })];
  const { rules } = compileRules(pages, { engine: '', pagesHash: '' }).compiled;
  assert.deepEqual(
    rules.map((rule) => [rule.id, isLight(rule)]),
    [
      ['length', true],
      ['cycles', false],
    ],
  );
});
