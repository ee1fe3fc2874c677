import { soundAstRunner } from '../ast/sound-ast-runner.ts';
import { coverageRunner } from '../coverage/coverage-runner.ts';
import { importsRunner } from '../imports/check.ts';
import type { KindRunners } from '../kind/check-kind.ts';
import { stackRunner } from '../stack/stack-runner.ts';
import { lengthRunner } from '../structure/length-runner.ts';
import { structureRunner } from '../structure/structure-runner.ts';
import { toolRunner } from '../tool/tool-runner.ts';
import { lightKindRunners } from './light-kind-runners.ts';

/** How each kind looks for breaches in files. Commands are judged before they run, by check-command.ts; other kinds not at all. */
export const kindRunners: KindRunners = {
  ...lightKindRunners,
  ast: soundAstRunner,
  structure: { ...structureRunner, byFile: lengthRunner },
  imports: importsRunner,
  stack: stackRunner,
  coverage: coverageRunner,
  tool: toolRunner,
};
