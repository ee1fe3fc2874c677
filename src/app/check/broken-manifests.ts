import type { Note } from '#guardrails/run-rules.ts';
import type { CompiledRules } from '#kernel/records/compiled-rules.ts';

/** Manifests that guardrails on libraries cannot read: without a word it would look as if nothing were declared there. */
export async function brokenManifests(
  rules: CompiledRules,
  paths: readonly string[],
  read: (path: string) => string | undefined,
): Promise<Note[]> {
  if (!rules.rules.some(({ check }) => check.kind === 'stack')) return [];
  const manifests = paths.filter((path) => /(?:^|\/)(?:package\.json|pyproject\.toml|Cargo\.toml)$/.test(path));
  if (manifests.length === 0) return [];
  const toml = await import('smol-toml');
  const parse = (text: string) => toml.parse(text, { integersAsBigInt: 'asNeeded' });
  return manifests.flatMap((path): Note[] => {
    const text = read(path)?.replace(/^\uFEFF/, '');
    const why = text === undefined ? undefined : mistakeIn(text, path.endsWith('.json') ? JSON.parse : parse);
    if (why === undefined) return [];
    return [
      { about: 'syntax', path, line: why.line, message: `it cannot be read (${why.message}): guardrails of kind stack see nothing in it` },
    ];
  });
}

function mistakeIn(text: string, parse: (text: string) => unknown): { message: string; line: number } | undefined {
  try {
    parse(text);
    return undefined;
  } catch (error) {
    const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    const line = error instanceof Error && 'line' in error && typeof error.line === 'number' ? error.line : lineIn(text, message);
    return { message, line };
  }
}

/** V8 names the place by line, or by how many characters come before it. */
function lineIn(text: string, message: string): number {
  const line = /line (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? (/end of JSON/.test(message) ? text.length : 0));
  return text.slice(0, position).split('\n').length;
}
