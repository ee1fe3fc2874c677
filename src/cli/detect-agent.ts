/** Variables that coding agents set for the commands they run. `AI_AGENT` is the one that any agent may set. */
const markers = [
  'AI_AGENT',
  'CLAUDECODE',
  'CODEX_THREAD_ID',
  'CODEX_SANDBOX',
  'GEMINI_CLI',
  'CURSOR_AGENT',
  'OPENCODE',
  'AMP_CURRENT_THREAD_ID',
  'AUGMENT_AGENT',
  'CLINE_ACTIVE',
];

/** Name of the variable that shows that an agent runs us. */
export function detectAgent(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return markers.find((name) => env[name] !== undefined && env[name] !== '' && env[name] !== '0');
}
