import { codexCodeMode } from './codex.ts';
import { mcpScenarios } from './mcp-scenarios.ts';
import { play } from './play.ts';
import { scenarios } from './scenarios.ts';

for (const scenario of [...scenarios, ...mcpScenarios]) play(codexCodeMode, scenario);
