import * as z from 'zod';
import { CodexAppServer } from './codex-app-server.ts';
import type { World } from './world.ts';

const hookList = z.object({
  data: z.array(z.object({ hooks: z.array(z.object({ key: z.string(), currentHash: z.string(), trustStatus: z.string() })) })),
});

/** What Codex itself says of the trust in each hook of a folder. */
async function hookTrust(server: CodexAppServer, folder: string) {
  const list = hookList.parse(await server.request('hooks/list', { cwds: [folder] }));
  return list.data.flatMap((entry) => entry.hooks);
}

/** Trusts all hooks of the folders, in the agent's private home, as a person does in \`/hooks\`. */
export async function trustHooks(world: World, folders: readonly string[]): Promise<void> {
  const server = await CodexAppServer.start(world);
  try {
    for (const folder of folders) await trustFolder(server, folder);
  } finally {
    await server.close();
  }
}

async function trustFolder(server: CodexAppServer, folder: string): Promise<void> {
  const hooks = await hookTrust(server, folder);
  const value = Object.fromEntries(hooks.map((hook) => [hook.key, { trusted_hash: hook.currentHash }]));
  const edits = [{ keyPath: 'hooks.state', value, mergeStrategy: 'upsert' }];
  await server.request('config/batchWrite', { edits, reloadUserConfig: true });
  const untrusted = (await hookTrust(server, folder)).filter((hook) => hook.trustStatus !== 'trusted');
  if (hooks.length === 0 || untrusted.length > 0)
    throw new Error(`Codex has ${hooks.length} hooks in ${folder} and does not trust ${JSON.stringify(untrusted)}`);
}
