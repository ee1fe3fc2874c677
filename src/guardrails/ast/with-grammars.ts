import { GuardrailError } from '../errors.ts';
import { findLibraries } from './find-libraries.ts';
import { grammarOf, isPackaged, packageOf } from './grammars.ts';
import type { Addon, AstEngine, Registrations } from './open-addon.ts';

/**
 * The engine with the grammars that are installed beside or above a folder, found when the first of them is asked for.
 * ast-grep takes grammars in one call only, and hears no second one in the same process: so all of them are given
 * at once (1.5 ms for all thirteen, since none is read before it is used), whichever is asked for.
 */
export function withGrammars(addon: Addon, from: string): AstEngine {
  let known: Registrations | undefined;
  const reads = (language: string): boolean => {
    if (!isPackaged(language)) return true;
    known ??= register(addon, from);
    return Object.hasOwn(known, language);
  };
  return {
    reads,
    placeOf(language) {
      const grammar = reads(language) ? known?.[language] : undefined;
      if (addon.library === undefined || (isPackaged(language) && grammar === undefined)) return undefined;
      return { library: addon.library, ...(grammar === undefined ? {} : { grammars: { [language]: grammar } }) };
    },
    parse: (language, text) => addon.parse(reads(language) ? language : refuse(language), text),
    parseAsync: (language, text) => addon.parseAsync(reads(language) ? language : refuse(language), text),
  };
}

function refuse(language: string): never {
  const name = isPackaged(language) ? packageOf(language) : language;
  throw new GuardrailError(`${language} cannot be read: no ${name} that works here is installed beside Tackroom`, {
    code: 'grammar-missing',
    fix: `Install ${name} where Tackroom is installed.`,
  });
}

function register(addon: Addon, from: string): Registrations {
  const registrations: Registrations = {};
  for (const [language, libraryPath] of findLibraries(from)) {
    const { sigil, symbol } = grammarOf(language);
    registrations[language] = { libraryPath, extensions: [], languageSymbol: symbol, expandoChar: sigil };
  }
  if (Object.keys(registrations).length > 0) addon.registerDynamicLanguage(registrations);
  return registrations;
}
