import type { Compilation } from '#guardrails/compile-rules.ts';

/** What a person is told of packages that lack their part for this system, and does about it; undefined when none does. */
export function describeMissing(missing: ReturnType<Compilation['missing']>): { message: string; fix: string } | undefined {
  if (missing.length === 0) return undefined;
  const system = `${process.platform}-${process.arch}`;
  const each = missing.map(({ name, reason }) => `${name} (${reason})`).join(', ');
  return {
    message: `guardrails cannot run: not installed for ${system}, or not able to start there: ${each}`,
    fix: 'Remove node_modules and install again with optional dependencies (npm: --include=optional), on the system that runs it.',
  };
}
