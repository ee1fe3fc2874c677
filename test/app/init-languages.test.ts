import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { forecastInit } from '#app/init.ts';
import { type EmptyRepository, emptyRepository } from './empty-repository.ts';

describe('app/init chooses by language', () => {
  let repository: EmptyRepository;

  beforeEach(() => {
    repository = emptyRepository();
  });

  afterEach(() => repository.remove());

  const write = (file: string, text: string) => repository.write(file, text);
  const plan = () => repository.plan();
  const idsOf = ({ changes }: Awaited<ReturnType<typeof plan>>) =>
    changes.flatMap(({ path: file }) => /^harness\/guardrails\/(.+)\.md$/.exec(file)?.[1] ?? []);
  const ending = (ids: readonly string[], language: string) => ids.filter((id) => id.endsWith(`-${language}`));

  test('Python with a manifest alone gets its guardrails, and is told which grammar they need', async () => {
    write('pyproject.toml', '[project]\nname = "shop"\n');
    const planned = await plan();
    const ids = idsOf(planned);
    assert.ok(ending(ids, 'python').length >= 7, ids.join(' '));
    assert.deepEqual([...ending(ids, 'go'), ...ids.filter((id) => id === 'fetch-deadline')], []);
    assert.ok(ids.includes('no-force-push'), 'what speaks of no language comes always');
    assert.deepEqual(planned.grammars, ['@ast-grep/lang-python@0.0.6']);
    assert.ok(planned.offered.some(({ id }) => id === 'network-retry-python'));
    assert.ok(!planned.offered.some(({ id }) => id.endsWith('-go')));
  });

  test('Go gets its own, and both where both are', async () => {
    write('go.mod', 'module example.com/shop\n');
    const go = await plan();
    assert.ok(ending(idsOf(go), 'go').length >= 6, idsOf(go).join(' '));
    assert.deepEqual(ending(idsOf(go), 'python'), []);
    write('jobs/requirements.txt', 'httpx\n');
    assert.deepEqual((await plan()).grammars, ['@ast-grep/lang-go@0.0.6', '@ast-grep/lang-python@0.0.6']);
  });

  test('a lone script among TypeScript asks for nothing', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) write(`src/${name}.ts`, '');
    write('tools/release.py', 'print(1)\n');
    const planned = await plan();
    assert.deepEqual([ending(idsOf(planned), 'python'), planned.grammars], [[], []]);
    assert.ok(!planned.offered.some(({ id }) => id.endsWith('-python')));
  });

  test('the forecast counts what they find today', async () => {
    write('app/client.py', 'import requests\n\n\ndef load(url):\n    return requests.get(url)\n');
    const forecast = await forecastInit(await plan(), () => {});
    const deadline = forecast?.guardrails.find(({ id }) => id === 'network-deadline-python');
    assert.deepEqual([deadline?.about, deadline?.findings], ['files', 1]);
  });
});
