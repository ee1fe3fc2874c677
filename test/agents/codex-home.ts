import fs from 'node:fs';
import path from 'node:path';
import { codexMcpSnippet } from '../../src/app/setup/mcp-wirings.ts';
import { run, type World } from './world.ts';

/** The native binary itself: the script that npm links costs 100 ms a start. */
export const codexBinary = path.join(
  import.meta.dirname,
  `node_modules/@openai/codex-${process.platform}-${process.arch}/vendor/${target()}/bin/codex`,
);

/** What Codex needs in its environment on top of the world's. */
export function codexEnvironment(world: World): Record<string, string> {
  return { CODEX_HOME: codexHome(world), DUMMY_KEY: 'dummy' };
}

/** Which of our two models Codex talks to: one that is given tools, or one that calls them from JavaScript. */
export type CodexModel = 'scripted' | 'scripted-code-mode';

export interface CodexSettings {
  model: CodexModel;
  /** Folders that are trusted as projects; hooks of others are not even looked at. */
  projects: readonly string[];
}

/** Writes a configuration that knows our models alone and nothing of other machines. */
export async function writeCodexHome(world: World, settings: CodexSettings): Promise<void> {
  fs.mkdirSync(codexHome(world), { recursive: true });
  const file = path.join(codexHome(world), 'config.toml');
  fs.writeFileSync(file, configuration(world, settings, 'workspace-write'));
  const probe = await run(world, [codexBinary, 'sandbox', '--', 'true'], { env: codexEnvironment(world) });
  const sandboxed = probe.kind === 'exited' && probe.code === 0;
  if (!sandboxed) fs.writeFileSync(file, configuration(world, settings, 'danger-full-access'));
}

/**
 * What `tackroom init --mcp` tells a person to add. `required`: Codex waits for the server before it asks its model, so that the first call
 * does not depend on which of both is faster.
 */
export function addMcpServer(world: World): void {
  const snippet = codexMcpSnippet(['npx', 'tackroom', 'mcp']);
  fs.appendFileSync(path.join(codexHome(world), 'config.toml'), `\n${snippet}\nrequired = true\n`);
}

function codexHome(world: World): string {
  return path.join(world.home, '.codex');
}

function configuration(world: World, settings: CodexSettings, sandbox: string): string {
  const base = settings.model === 'scripted' ? world.model.url : `${world.model.url}/code-mode`;
  return `model = "${settings.model}"
model_provider = "scripted"
model_catalog_json = ${JSON.stringify(path.join(import.meta.dirname, 'codex-models.json'))}
approval_policy = "never"
sandbox_mode = "${sandbox}"
check_for_update_on_startup = false

[model_providers.scripted]
name = "scripted"
base_url = "${base}/v1"
wire_api = "responses"
env_key = "DUMMY_KEY"
request_max_retries = 0
stream_max_retries = 0
stream_idle_timeout_ms = 10000
supports_websockets = false

[analytics]
enabled = false

[features]
plugins = false
${settings.projects.map((folder) => `\n[projects.${JSON.stringify(folder)}]\ntrust_level = "trusted"\n`).join('')}`;
}

function target(): string {
  const machine = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
  return process.platform === 'darwin' ? `${machine}-apple-darwin` : `${machine}-unknown-linux-musl`;
}
