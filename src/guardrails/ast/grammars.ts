import type { AstLanguage, PackagedLanguage } from './ast-language.ts';

/** What ast-grep wants to know of a grammar that is not built into it. */
interface Grammar {
  /** The function of the library that makes it. */
  symbol: string;
  /** What stands for `$` where that begins no name in the language. As the command line has it, which does not always agree with the package. */
  sigil: string;
}

const grammars: Readonly<Record<PackagedLanguage, Grammar>> = {
  Bash: grammar('bash', '$'),
  CSharp: grammar('c_sharp', 'µ'),
  Go: grammar('go', 'µ'),
  Java: grammar('java', '$'),
  Json: grammar('json', '$'),
  Kotlin: grammar('kotlin', 'µ'),
  Php: grammar('php', 'µ'),
  Python: grammar('python', 'µ'),
  Ruby: grammar('ruby', 'µ'),
  Rust: grammar('rust', 'µ'),
  Scala: grammar('scala', '$'),
  Swift: grammar('swift', 'µ'),
  Yaml: grammar('yaml', '$'),
};

export const packagedLanguages = Object.keys(grammars).filter(isPackaged);

export function isPackaged(language: string): language is PackagedLanguage {
  return Object.hasOwn(grammars, language);
}

export function grammarOf(language: PackagedLanguage): Grammar {
  return grammars[language];
}

/** The built-in grammars whose names do not begin with `$`. */
const builtIn: Readonly<Record<string, string>> = { Html: 'z', Css: '_' };

/** What ast-grep puts for the `$` of a metavariable before it parses a pattern. */
export function sigilOf(language: AstLanguage): string {
  if (isPackaged(language)) return grammars[language].sigil;
  return builtIn[language] ?? '$';
}

export function packageOf(language: PackagedLanguage): string {
  return `@ast-grep/lang-${language.toLowerCase()}`;
}

function grammar(name: string, sigil: string): Grammar {
  return { symbol: `tree_sitter_${name}`, sigil };
}
