import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type SampleRepository, sampleRepository } from '../cli/sample-repository.ts';

const cursor = '{\n\t"mcpServers": {\n\t\t"other": { "command": "x" }\n\t}\n}';
const opencode = '{ "$schema": "https://opencode.ai/config.json" }\n';

describe('app/init --mcp', () => {
  let repository: SampleRepository;

  beforeEach(() => {
    repository = sampleRepository({
      'package.json': '{ "name": "sample" }\n',
      '.cursor/mcp.json': cursor,
      'opencode.json': opencode,
    });
    repository.commit();
  });
  afterEach(() => repository.remove());

  const read = (file: string) => fs.readFileSync(path.join(repository.root, file), 'utf8');
  const has = (file: string) => fs.existsSync(path.join(repository.root, file));
  const run = async (...args: string[]) => {
    const ran = await repository.tackroom([...args, '--yes']);
    assert.equal(ran.code, 0, ran.stderr);
    return ran.stdout;
  };

  it('adds the server where agents look for it, once, and takes it out again to the byte', async () => {
    const said = await run('init', '--mcp');
    assert.match(said, /\[mcp_servers\.tackroom\]\s+command = "npx"\s+args = \["tackroom","mcp"\]/);
    assert.deepEqual(JSON.parse(read('.mcp.json')), { mcpServers: { tackroom: { command: 'npx', args: ['tackroom', 'mcp'] } } });
    assert.deepEqual(Object.keys(JSON.parse(read('.cursor/mcp.json')).mcpServers), ['other', 'tackroom']);
    const local = { type: 'local', command: ['npx', 'tackroom', 'mcp'], enabled: true };
    assert.deepEqual(JSON.parse(read('opencode.json')).mcp, { tackroom: local });
    assert.equal(has('.gemini'), false, 'nothing here is for Gemini CLI');
    assert.match(await run('init', '--mcp'), /Already set up: nothing to change/);
    assert.match(await run('init'), /Already set up: nothing to change/);
    await run('uninstall');
    assert.deepEqual([has('.mcp.json'), read('.cursor/mcp.json'), read('opencode.json')], [false, cursor, opencode]);
  });

  it('writes nothing for MCP unasked', async () => {
    await run('init');
    assert.deepEqual([has('.mcp.json'), read('.cursor/mcp.json')], [false, cursor]);
  });

  it('leaves a server of a person and what a person made of ours', async () => {
    const own = '{ "mcpServers": { "tackroom": { "command": "mine" } } }\n';
    repository.write({ '.mcp.json': own });
    await run('init', '--mcp');
    assert.equal(read('.mcp.json'), own);
    repository.write({
      '.cursor/mcp.json': read('.cursor/mcp.json').replace('"npx"', '"bunx"'),
      'opencode.json': `${read('opencode.json')}\n`,
    });
    const said = await run('uninstall');
    assert.match(said, /\.cursor\/mcp\.json our MCP server in it was changed since init/);
    assert.match(read('.cursor/mcp.json'), /"bunx"/);
    assert.deepEqual(JSON.parse(read('opencode.json')), JSON.parse(opencode));
    assert.equal(read('.mcp.json'), own);
  });

  it('says which file it cannot read, and changes nothing', async () => {
    repository.write({ 'opencode.json': '{ // a comment\n}' });
    const ran = await repository.tackroom(['init', '--mcp', '--yes']);
    assert.equal(ran.code, 2);
    assert.match(ran.stderr, /opencode\.json is not the JSON that is expected there/);
    assert.deepEqual([has('harness'), read('.cursor/mcp.json')], [false, cursor]);
  });
});
