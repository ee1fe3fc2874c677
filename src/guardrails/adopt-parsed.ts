import { adoptEngine } from './ast/engine.ts';
import { adoptSource } from './ast/parse-source.ts';
import type { ParsingAhead } from './parse-ahead.ts';

/** Waits for a file that is being parsed, for `runRules` to find it so. */
export async function adoptParsed({ engine, parsed }: ParsingAhead): Promise<void> {
  adoptEngine(engine);
  const source = await parsed;
  if (source !== undefined) adoptSource(source);
}
