import fs from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { type AstLanguage, astLanguageNamed, extensionOf } from '#guardrails/ast/ast-language.ts';
import { type AstCheck, astCheckSchema } from '#kernel/records/guardrail.ts';

const folder = new URL('../fixtures/languages/', import.meta.url);

export interface LanguageSample {
  /** As pages name it. */
  name: string;
  language: AstLanguage;
  extension: string;
  /** Code of our own in that language. */
  text: string;
  rules: { id: string; check: AstCheck }[];
}

/** A sample and some rules for each language that is not TypeScript's kin: test/fixtures/languages. */
export function readLanguageRules(): LanguageSample[] {
  return fs.readdirSync(new URL('rules/', folder)).map((file) => {
    const name = file.replace('.yaml', '');
    const language = astLanguageNamed(name);
    if (language === undefined) throw new Error(`${file} is called after no language`);
    const rules = parseAllDocuments(fs.readFileSync(new URL(`rules/${file}`, folder), 'utf8')).map((document) => {
      const { id, ...rest } = document.toJS();
      return { id: `${name}-${id}`, check: astCheckSchema.parse({ kind: 'ast', language: name, ...rest }) };
    });
    const text = fs.readFileSync(new URL(`samples/${name}.txt`, folder), 'utf8');
    return { name, language, extension: extensionOf(language), text, rules };
  });
}
