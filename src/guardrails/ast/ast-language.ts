import type { AstCheck } from '#kernel/records/guardrail.ts';

/** The grammars ast-grep has for what guardrails call typescript, tsx and javascript. */
export type ScriptLanguage = 'TypeScript' | 'Tsx' | 'JavaScript';

/** Grammars that come in packages of their own, by ast-grep's names; see grammars.ts. */
export type PackagedLanguage =
  | 'Bash'
  | 'CSharp'
  | 'Go'
  | 'Java'
  | 'Json'
  | 'Kotlin'
  | 'Php'
  | 'Python'
  | 'Ruby'
  | 'Rust'
  | 'Scala'
  | 'Swift'
  | 'Yaml';

export type AstLanguage = ScriptLanguage | 'Html' | 'Css' | PackagedLanguage;

/** As the ast-grep command line maps them: it goes by the extension alone, and knows no names such as `Gemfile`. */
const extensions: Readonly<Record<AstLanguage, string>> = {
  TypeScript: 'ts cts mts',
  Tsx: 'tsx',
  JavaScript: 'js cjs mjs jsx',
  Bash: 'bash bats cgi command env fcgi ksh sh tmux tool zsh',
  CSharp: 'cs',
  Css: 'css scss',
  Go: 'go',
  Html: 'html htm xhtml',
  Java: 'java',
  Json: 'json',
  Kotlin: 'kt ktm kts',
  Php: 'php',
  Python: 'py py3 pyi bzl',
  Ruby: 'rb rbw gemspec',
  Rust: 'rs',
  Scala: 'scala sc sbt',
  Swift: 'swift',
  Yaml: 'yaml yml',
};

export const astLanguages = Object.keys(extensions).filter((name): name is AstLanguage => Object.hasOwn(extensions, name));

const byExtension = new Map(astLanguages.flatMap((language) => extensions[language].split(' ').map((extension) => [extension, language])));

/** The grammar of a file; undefined where `ast` has none for it. */
export function astLanguageOf(path: string): AstLanguage | undefined {
  return byExtension.get(/[^/]\.([^./]+)$/.exec(path)?.[1] ?? '');
}

/** The extension that examples in a language get, without the dot. */
export function extensionOf(language: AstLanguage): string {
  return extensions[language].split(' ')[0] ?? '';
}

/** TypeScript and its kin. */
export function isScript(language: AstLanguage): language is ScriptLanguage {
  return language === 'TypeScript' || language === 'Tsx' || language === 'JavaScript';
}

/** Pages name languages in lower case. */
export function astLanguageNamed(name: string): AstLanguage | undefined {
  return astLanguages.find((language) => language.toLowerCase() === name);
}

export interface WantedLanguages {
  /** The rule must be valid in these. */
  named: AstLanguage[];
  /** The rule runs in these too where it is valid. */
  covered: AstLanguage[];
}

export function wantedLanguages(check: AstCheck): WantedLanguages {
  const named = [...new Set(check.languages ?? [check.language])].flatMap((name) => astLanguageNamed(name) ?? []);
  const covered: AstLanguage[] = check.languages === undefined && check.language === 'typescript' ? ['Tsx', 'JavaScript'] : [];
  return { named, covered };
}
