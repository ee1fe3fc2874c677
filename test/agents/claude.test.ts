import { claude } from './claude.ts';
import { claudeScenarios } from './claude-scenarios.ts';
import { faultScenarios } from './fault-scenarios.ts';
import { guidanceScenarios } from './guidance-scenarios.ts';
import { mcpScenarios } from './mcp-scenarios.ts';
import { momentScenarios } from './moment-scenarios.ts';
import { placeScenarios } from './place-scenarios.ts';
import { play } from './play.ts';
import { scenarios } from './scenarios.ts';

for (const scenario of [...scenarios, ...momentScenarios, ...guidanceScenarios, ...placeScenarios, ...mcpScenarios, ...claudeScenarios])
  play(claude, scenario);
for (const scenario of faultScenarios) play(claude, scenario, { faulty: true });
