import { findOwnPackage } from '#platform/install/own-package.ts';
import type { HookDeps } from './hook.ts';

/** The running program itself as the engine, its parts loaded from its own modules. */
export function ownEngine(): Required<Pick<HookDeps, 'engine' | 'parts'>> {
  const { folder, version } = findOwnPackage(import.meta.url);
  return {
    engine: { folder, stamp: `own:${folder}:${version}` },
    parts: {
      edit: async (input, context) => (await import('./hook/answer-edit.ts')).answer(input, context),
      guide: async (input, context) => (await import('./hook/answer-guide.ts')).answer(input, context),
      engine: async (input, context) => (await import('./hook/answer.ts')).answer(input, context),
      compile: async (root, about) => (await import('./hook/compile-hook-rules.ts')).compileHookRules(root, about),
      compileGuidance: async (root, stamp) => (await import('./hook/compile-guidance.ts')).compileGuidance(root, stamp),
      ticketBrief: async (cwd, env) => (await import('./hook/ticket-brief.ts')).ticketBrief(cwd, env),
    },
  };
}
