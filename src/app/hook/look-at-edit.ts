import { candidates } from '#guardrails/may-break.ts';
import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { HookInput } from '#kernel/records/hook.ts';
import { locateAndRead } from '#platform/files/read-inside.ts';

/** What an edit tool has written, read once, and who will have to look at it. */
export interface Edit {
  /** Path in the repository to text; empty for a file that is gone or is no text. */
  texts: Map<string, string>;
  /** The rules that could find something there. */
  rules: CompiledRule[];
}

/** What an edit tool has written. Undefined at other moments. */
export function readEdit(input: HookInput, root: string): Pick<Edit, 'texts'> | undefined {
  if (input.event !== 'post-tool' || input.wrote.kind !== 'paths') return undefined;
  const texts = new Map<string, string>();
  for (const anyPath of input.wrote.paths) {
    const file = locateAndRead(root, anyPath, input.cwd);
    if (file !== undefined) texts.set(file.path, file.text ?? '');
  }
  return { texts };
}

export function lookAtEdit({ texts }: Pick<Edit, 'texts'>, rules: readonly CompiledRule[]): Edit {
  const suspicious = new Set([...texts].flatMap(([path, text]) => candidates(rules, path, text)));
  return { texts, rules: rules.filter((rule) => suspicious.has(rule)) };
}
