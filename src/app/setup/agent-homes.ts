import os from 'node:os';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder with Codex's own configuration and sessions. */
export function codexHome(env: Environment): string {
  return env.CODEX_HOME || path.join(env.HOME || os.homedir(), '.codex');
}

/** The folder with Claude Code's own configuration and transcripts. */
export function claudeHome(env: Environment): string {
  return env.CLAUDE_CONFIG_DIR || path.join(env.HOME || os.homedir(), '.claude');
}
