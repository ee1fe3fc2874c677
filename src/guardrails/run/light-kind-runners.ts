import type { LightKind } from '#kernel/light-kinds.ts';
import { astRunner } from '../ast/ast-runner.ts';
import type { KindRunner } from '../kind/check-kind.ts';
import { structureRunner } from '../structure/structure-runner.ts';
import { textRunner } from '../text/text-runner.ts';

/** How the light kinds look for breaches. */
export const lightKindRunners: Readonly<Record<LightKind, KindRunner>> = {
  ast: astRunner,
  text: textRunner,
  structure: structureRunner,
};
