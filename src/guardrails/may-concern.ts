import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Deny } from '#kernel/records/guardrail.ts';

/** Ways in which a line may name a program or its subcommand without spelling it out. */
const hidden = /[$`{*?[%]|\\(?:[a-zA-Z0-9]|\r?\n)|\b(?:xargs|base64|parallel)\b/;

/**
 * True unless the line cannot run a command that a rule denies. Cheap, and never wrong when it says false:
 * the hook asks before it loads the parser.
 */
export function mayConcern(rules: readonly CompiledRule[], line: string): boolean {
  const denied = rules.flatMap(({ check }) => (check.kind === 'command' ? check.deny : []));
  if (denied.length === 0) return false;
  if (hidden.test(line)) return true;
  const plain = line.replace(/['"\\]/g, '');
  return denied.some((deny) => namesAll(deny, plain));
}

function namesAll({ program, subcommand = '' }: Deny, plain: string): boolean {
  return [program, ...subcommand.split(' ')].every((word) => plain.includes(word));
}
