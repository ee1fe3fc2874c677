import type { Check } from '#kernel/records/guardrail.ts';
import { astCompiler } from '../ast/ast-compiler.ts';
import { commandCompiler } from '../command/compile.ts';
import { coverageCompiler } from '../coverage/coverage-compiler.ts';
import { importsCompiler } from '../imports/compile.ts';
import type { KindCompiler } from '../kind/check-kind.ts';
import { scriptCompiler } from '../script/script-compiler.ts';
import { stackCompiler } from '../stack/stack-compiler.ts';
import { structureCompiler } from '../structure/structure-compiler.ts';
import { textCompiler } from '../text/text-compiler.ts';
import { toolCompiler } from '../tool/tool-compiler.ts';

/** What is known of each kind's rules before any code is seen. A kind that is not here is not run by `check` or a hook. */
export const kindCompilers: Readonly<Partial<Record<Check['kind'], KindCompiler>>> = {
  ast: astCompiler,
  text: textCompiler,
  structure: structureCompiler,
  imports: importsCompiler,
  stack: stackCompiler,
  coverage: coverageCompiler,
  tool: toolCompiler,
  command: commandCompiler,
  script: scriptCompiler,
};
