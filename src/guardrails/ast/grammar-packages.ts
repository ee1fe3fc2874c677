import type { AstCheck } from '#kernel/records/guardrail.ts';
import type { NativePackage } from '../kind/check-kind.ts';
import { type PackagedLanguage, wantedLanguages } from './ast-language.ts';
import { loadEngine } from './engine.ts';
import { isPackaged, packageOf } from './grammars.ts';

/** Those that findings were compared with: another version of a grammar may call its nodes otherwise. */
const versions: Readonly<Record<PackagedLanguage, string>> = {
  Bash: '0.0.8',
  CSharp: '0.0.6',
  Go: '0.0.6',
  Java: '0.0.7',
  Json: '0.0.6',
  Kotlin: '0.0.7',
  Php: '0.0.7',
  Python: '0.0.6',
  Ruby: '0.0.7',
  Rust: '0.0.7',
  Scala: '0.0.7',
  Swift: '0.0.8',
  Yaml: '0.0.6',
};

/** What has to be installed beside Tackroom for a check in the languages that its page names. */
export function grammarPackages(check: AstCheck): NativePackage[] {
  return wantedLanguages(check)
    .named.filter(isPackaged)
    .map((language) => ({
      package: packageOf(language),
      install: `${packageOf(language)}@${versions[language]}`,
      language,
      load: () => loadEngine().parse(language, ''),
    }));
}

/** The first of them that is not there or does not work, with what to do. */
export function grammarProblem(check: AstCheck): { message: string; fix: string } | undefined {
  for (const { install = '', load } of grammarPackages(check)) {
    try {
      load();
    } catch (error) {
      return {
        message: error instanceof Error ? error.message : String(error),
        fix: `Install ${install} beside Tackroom; \`tackroom doctor\` names the command.`,
      };
    }
  }
  return undefined;
}
