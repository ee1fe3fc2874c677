import { codexCodeMode } from './codex.ts';
import { play } from './play.ts';
import { scenarios } from './scenarios.ts';

for (const scenario of scenarios) play(codexCodeMode, scenario);
