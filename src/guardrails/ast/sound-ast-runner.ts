import type { FileRunner } from '../kind/check-kind.ts';
import { astLanguageOf, isScript } from './ast-language.ts';
import { astRunner } from './ast-runner.ts';
import { madeUpIn } from './bulk/made-up.ts';

/**
 * The same without what the grammar made up of code that does not parse (docs/decisions/0016). Right after an edit it is not
 * asked: reading the characters of a file takes a hook longer than all its rules do.
 */
export const soundAstRunner: FileRunner = {
  ...astRunner,
  checkFile(rules, file) {
    const found = astRunner.checkFile(rules, file);
    const language = astLanguageOf(file.path);
    if (language === undefined || !isScript(language) || found.every(({ hits }) => hits.length === 0)) return found;
    const isMadeUp = madeUpIn(file.text, language);
    return found.map(({ rule, hits }) => ({ rule, hits: hits.length > 0 && isMadeUp(rule) ? [] : hits }));
  },
};
