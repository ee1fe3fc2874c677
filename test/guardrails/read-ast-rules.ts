import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { type AstCheck, astCheckSchema } from '#kernel/records/guardrail.ts';

const folder = fileURLToPath(new URL('../fixtures/ast-rules/', import.meta.url));

/** The ast-grep rules of test/fixtures/ast-rules, as checks. */
export function readAstRules(): { id: string; check: AstCheck }[] {
  return fs.readdirSync(folder).map((name) => {
    const { id, language, ...rest } = parse(fs.readFileSync(folder + name, 'utf8'));
    return { id, check: astCheckSchema.parse({ kind: 'ast', language: language.toLowerCase(), ...rest }) };
  });
}
