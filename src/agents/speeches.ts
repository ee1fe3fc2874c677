import type { HookAgent } from '#kernel/records/hook.ts';
import type { AgentSpeech } from './agent-speech.ts';
import { claudeSpeech } from './claude/claude-speech.ts';
import { codexSpeech } from './codex/codex-speech.ts';

/** How each agent is spoken with. */
export const speeches: Readonly<Partial<Record<HookAgent, AgentSpeech>>> = { claude: claudeSpeech, codex: codexSpeech };
