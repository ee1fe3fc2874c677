import { createRequire } from 'node:module';
import path from 'node:path';
import { readState } from '#platform/state/state-file.ts';
import { type AstLanguage, isScript } from './ast-language.ts';
import { isPackaged, packageOf } from './grammars.ts';
import { kindNames } from './kind-names.ts';

const load = createRequire(import.meta.url);

/** The kinds of nodes that a grammar has, as the types that come with it list them; empty where they cannot be read. */
export function kindsOf(language: AstLanguage): readonly string[] {
  if (isScript(language)) return kindNames;
  const text = isPackaged(language)
    ? typesBeside(packageOf(language), 'type.d.ts')
    : typesBeside('@ast-grep/napi', `lang/${language}.d.ts`);
  const names = [...(text ?? '').matchAll(/"type": "([a-z]\w*)",\s*"named": true/g)].map(([, name = '']) => name);
  return [...new Set(names)];
}

function typesBeside(name: string, file: string): string | undefined {
  try {
    return readState(path.join(path.dirname(load.resolve(name)), file));
  } catch {
    return undefined;
  }
}
