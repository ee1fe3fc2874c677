import { codexCodeMode } from './codex.ts';
import { guidanceScenarios } from './guidance-scenarios.ts';
import { mcpScenarios } from './mcp-scenarios.ts';
import { momentScenarios } from './moment-scenarios.ts';
import { play } from './play.ts';
import { scenarios } from './scenarios.ts';

for (const scenario of [...scenarios, ...momentScenarios, ...guidanceScenarios, ...mcpScenarios]) play(codexCodeMode, scenario);
