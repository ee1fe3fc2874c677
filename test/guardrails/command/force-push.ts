import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { CommandCheck } from '#kernel/records/guardrail.ts';

/** A rule of kind `command`, as it comes out of the compiler. */
export function commandRule(id: string, check: Omit<CommandCheck, 'kind'>): CompiledRule {
  return {
    id,
    page: `harness/guardrails/${id}.md`,
    priority: 'P1',
    title: id,
    message: id,
    remedy: id,
    files: {},
    check: { kind: 'command', ...check },
    literals: [],
  };
}

export const forcePush = commandRule('no-force-push', {
  deny: [
    { program: 'git', subcommand: 'push', anyFlag: ['-f', '--force'] },
    { program: 'git', subcommand: 'push', anyArg: '^\\+' },
  ],
});
