import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { applyInit, type InitPlan } from '#app/init.ts';
import { planUninstall } from '#app/uninstall.ts';
import type { PageKind } from '#kernel/records/page.ts';
import { loadHarness } from '#pages/load-harness.ts';
import { readPage } from '#pages/read-page.ts';
import { type EmptyRepository, emptyRepository } from './empty-repository.ts';

const starter = path.resolve(import.meta.dirname, '../../starter/homes');

describe('app/init, homes of pages and the hub', () => {
  let repository: EmptyRepository;

  beforeEach(() => {
    repository = emptyRepository();
  });

  afterEach(() => repository.remove());

  const read = (file: string) => fs.readFileSync(path.join(repository.root, file), 'utf8');
  const written = ({ changes }: InitPlan) => changes.map((change) => change.path);

  test('each kind of page gets a home that says what belongs there, and the harness has no mistake by it', async () => {
    const plan = await repository.plan();
    applyInit(plan);
    const homes = written(plan).filter((file) => file.endsWith('/README.md'));
    assert.deepEqual(homes.sort(), [
      'docs/decisions/README.md',
      'docs/design/README.md',
      'docs/plans/active/README.md',
      'docs/plans/completed/README.md',
      'harness/journeys/README.md',
      'harness/personas/README.md',
      'harness/runbooks/README.md',
    ]);
    assert.deepEqual(loadHarness(repository.root).problems, []);
  });

  const examples: [string, PageKind, string][] = [
    ['docs/decisions', 'decision', '0001-prices-are-whole-cents'],
    ['docs/design', 'design', 'board'],
    ['docs/plans/active', 'plan', 'second-server'],
    ['docs/plans/completed', 'plan', 'second-server'],
    ['harness/personas', 'persona', 'reliability'],
    ['harness/runbooks', 'runbook', 'add-a-migration'],
    ['harness/journeys', 'journey', 'buy-a-ticket'],
  ];
  for (const [folder, kind, name] of examples) {
    test(`the example in ${folder}/README.md is a page as it stands`, () => {
      const text = fs.readFileSync(path.join(starter, folder, 'README.md'), 'utf8');
      const example = /^```markdown\n(.*?)\n```$/ms.exec(text)?.[1] ?? '';
      const { page, problems } = readPage(`${folder}/${name}.md`, kind, `${example}\n`);
      assert.deepEqual(problems, []);
      assert.equal(page?.kind, kind);
    });
  }

  test('the hub is short, has numbered steps, and every link in it leads somewhere', async () => {
    applyInit(await repository.plan());
    const hub = read('AGENTS.md');
    assert.ok(hub.split('\n').length <= 100);
    assert.match(hub, /^1\. Before you plan, run `\S+ ground "/m);
    assert.match(hub, /^5\. Before you stop, run `\S+ check --changed`/m);
    assert.doesNotMatch(hub, /\{\{/);
    const links = [...hub.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
    assert.ok(links.length >= 8);
    for (const link of links) assert.ok(fs.existsSync(path.join(repository.root, link)), link);
  });

  for (const [name, files, place] of [
    ['adr-tools', { 'doc/adr/0001-use-postgres.md': '# 1. Use Postgres\n' }, 'doc/adr'],
    ['docs/adr', { 'docs/adr/0001-a.md': '# A\n' }, 'docs/adr'],
    ['.adr-dir', { '.adr-dir': 'architecture/log\n', 'architecture/log/0001-a.md': '# A\n' }, 'architecture/log'],
    [
      'log4brains',
      { '.log4brains.yml': 'project:\n  name: X\n  adrFolder: ./notes/adr\n', 'notes/adr/20260101-a.md': '# A\n' },
      'notes/adr',
    ],
  ] as const) {
    test(`decisions that lie where ${name} puts them are named in the hub, and get no second home`, async () => {
      for (const [file, text] of Object.entries(files)) repository.write(file, text);
      const plan = await repository.plan();
      assert.ok(!written(plan).includes('docs/decisions/README.md'));
      assert.match(plan.notes.find((note) => note.path === `${place}/`)?.reason ?? '', /^holds decisions: .*docs\/decisions/);
      applyInit(plan);
      assert.ok(read('AGENTS.md').includes(`| what was decided, and why | [${place}](${place}/) |`));
      assert.deepEqual(written(await repository.plan()), [], 'a second run');
    });
  }

  test('a folder with pages in it gets nothing; where both places are used, both are named', async () => {
    repository.write('docs/decisions/0001-a.md', '# A\n');
    repository.write('doc/adr/0001-b.md', '# B\n');
    repository.write('docs/design/board.md', '# Board\n');
    const plan = await repository.plan();
    assert.ok(!written(plan).some((file) => /^docs\/(decisions|design)\//.test(file)));
    applyInit(plan);
    assert.ok(read('AGENTS.md').includes('[doc/adr](doc/adr/), [docs/decisions](docs/decisions/) |'));
  });

  test('Claude Code is sent to AGENTS.md where nothing else of it is there, and only where it is wired', async () => {
    applyInit(await repository.plan());
    assert.equal(read('CLAUDE.md'), '@AGENTS.md\n');
    assert.equal(planUninstall(repository.root, {}).changes.find((change) => change.path === 'CLAUDE.md')?.after, undefined);
    for (const [file, text] of [
      ['CLAUDE.md', '# Mine\n'],
      ['.claude/CLAUDE.md', '# Mine\n'],
      ['harness/harness.yaml', 'version: 1\nagents: [codex]\n'],
    ] as const) {
      const other = emptyRepository();
      try {
        other.write(file, text);
        assert.ok(!written(await other.plan()).includes('CLAUDE.md'), file);
      } finally {
        other.remove();
      }
    }
  });

  test('a home that a person removed does not come back, and the hub names it no more; one they wrote in is theirs', async () => {
    applyInit(await repository.plan());
    fs.rmSync(path.join(repository.root, 'docs/design'), { recursive: true });
    repository.write('docs/decisions/README.md', '# Ours\n');
    const again = await repository.plan();
    assert.deepEqual(written(again), ['AGENTS.md', 'harness/.init.json']);
    applyInit(again);
    assert.doesNotMatch(read('AGENTS.md'), /docs\/design/);
    assert.deepEqual(written(await repository.plan()), []);
    const { kept } = planUninstall(repository.root, {});
    assert.deepEqual(kept, [{ path: 'docs/decisions/README.md', reason: 'was changed since init' }]);
  });
});
