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

/** As they are asked for: a hook asks for one, and to list all costs it a tenth of a millisecond. */
const byExtension = new Map<string, AstLanguage | undefined>();

/** The grammar of a file; undefined where `ast` has none for it. */
export function astLanguageOf(path: string): AstLanguage | undefined {
  const extension = /[^/]\.([^./]+)$/.exec(path)?.[1];
  if (extension === undefined) return undefined;
  if (!byExtension.has(extension))
    byExtension.set(
      extension,
      astLanguages.find((language) => extensions[language].split(' ').includes(extension)),
    );
  return byExtension.get(extension);
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
