import type { Check } from '#kernel/records/guardrail.ts';
import { astRunner } from './ast/ast-runner.ts';
import type { KindRunner } from './check-kind.ts';
import { importsRunner } from './imports/check.ts';
import { structureRunner } from './structure/structure-runner.ts';
import { textRunner } from './text/text-runner.ts';

/** How each kind looks for breaches in files. Commands are judged before they run, by check-command.ts; other kinds not at all. */
export const kindRunners: Readonly<Partial<Record<Check['kind'], KindRunner>>> = {
  ast: astRunner,
  text: textRunner,
  structure: structureRunner,
  imports: importsRunner,
};
