import type { HookAgent } from '#kernel/records/hook.ts';
import type { AgentSpeech } from './agent-speech.ts';
import { claudeSpeech } from './claude/claude-speech.ts';
import { codexSpeech } from './codex/codex-speech.ts';
import { copilotSpeech } from './copilot/copilot-speech.ts';
import { cursorSpeech } from './cursor/cursor-speech.ts';
import { geminiSpeech } from './gemini/gemini-speech.ts';
import { opencodeSpeech } from './opencode/opencode-speech.ts';

/** How each agent is spoken with. */
export const speeches: Readonly<Record<HookAgent, AgentSpeech>> = {
  claude: claudeSpeech,
  codex: codexSpeech,
  gemini: geminiSpeech,
  copilot: copilotSpeech,
  opencode: opencodeSpeech,
  cursor: cursorSpeech,
};
