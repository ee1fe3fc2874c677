import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { type AstLanguage, astLanguageOf } from './ast/ast-language.ts';
import { isMinified } from './ast/is-minified.ts';
import { isRepetitive } from './ast/is-repetitive.ts';
import { type AstEngine, openAddonNear } from './ast/open-addon.ts';
import type { ParsedSource } from './ast/parse-source.ts';
import { withGrammars } from './ast/with-grammars.ts';
import { isCandidate } from './may-break.ts';

/** A file that is being parsed on another thread, by an engine that is open. */
export interface ParsingAhead {
  engine: AstEngine;
  language: AstLanguage;
  /** Undefined where it failed: then it fails again where it is needed, and is said there. */
  parsed: Promise<ParsedSource | undefined>;
}

/**
 * Starts to parse a file where one of these rules will need its syntax, so that other work goes on
 * meanwhile. `folder` is where the engine's package lies. Undefined where there is nothing to parse, or no engine at hand.
 */
export function parseAhead(
  { path, text }: { path: string; text: string },
  rules: readonly CompiledRule[],
  folder: string,
): ParsingAhead | undefined {
  const language = astLanguageOf(path);
  if (language === undefined || isMinified(text) || isRepetitive(text)) return undefined;
  if (!rules.some((rule) => needsSyntax(rule) && isCandidate(rule, path, text))) return undefined;
  const addon = openAddonNear(folder);
  if (addon === undefined) return undefined;
  const engine = withGrammars(addon, folder);
  return { engine, language, parsed: parse(engine, language, text) };
}

function needsSyntax({ check }: CompiledRule): boolean {
  return check.kind === 'ast' || (check.kind === 'structure' && check.maxFunctionLines !== undefined);
}

async function parse(engine: AstEngine, language: AstLanguage, text: string): Promise<ParsedSource | undefined> {
  try {
    return { language, text, root: (await engine.parseAsync(language, text)).root() };
  } catch {
    return undefined;
  }
}
