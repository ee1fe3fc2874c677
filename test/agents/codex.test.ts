import { codex } from './codex.ts';
import { codexScenarios } from './codex-scenarios.ts';
import { faultScenarios } from './fault-scenarios.ts';
import { guidanceScenarios } from './guidance-scenarios.ts';
import { mcpScenarios } from './mcp-scenarios.ts';
import { momentScenarios, shellPatchScenario } from './moment-scenarios.ts';
import { placeScenarios } from './place-scenarios.ts';
import { play } from './play.ts';
import { scenarios } from './scenarios.ts';

for (const scenario of [
  ...scenarios,
  ...momentScenarios,
  ...guidanceScenarios,
  ...placeScenarios,
  ...mcpScenarios,
  ...codexScenarios,
  shellPatchScenario,
])
  play(codex, scenario);
for (const scenario of faultScenarios) play(codex, scenario, { faulty: true });
