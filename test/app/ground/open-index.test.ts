import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { openIndex } from '#app/ground/index/open-index.ts';
import { findRepository } from '#platform/git/find-repository.ts';
import type { SampleRepository } from '../../cli/sample-repository.ts';
import { shop } from './shop.ts';

describe('the index of a worktree', () => {
  it('is the same brought up to date as made anew, whatever changed', () =>
    withShop(async (repository) => {
      const { write, git, commit, root } = repository;
      const changes: (() => void)[] = [
        () => undefined,
        () => write({ 'docs/design/payments.md': '# Payments\n\nAll new.\n\n## Keys\n\nMade from the order.\n' }),
        () =>
          write({
            'docs/decisions/0004-new.md': '# New\n\nStatus: accepted\n\nSupersedes 0003.\n',
            'src/billing/refund.ts': 'export function refund() {}\n',
          }),
        commit,
        () => fs.rmSync(path.join(root, 'docs/decisions/0001-charge-twice.md')),
        () => git('mv', 'src/billing/charge.ts', 'src/billing/collect.ts'),
        commit,
        () => write({ 'src/billing/collect.ts': 'export const collected = 1;\n' }),
        commit,
        () => git('commit', '--quiet', '--amend', '--message', 'collect refunds of vouchers'),
        () => git('reset', '--quiet', '--hard', 'HEAD~2'),
        () => git('checkout', '--quiet', '--orphan', 'other'),
        commit,
      ];
      for (const [step, change] of changes.entries()) {
        change();
        const kept = await contentOf(repository, 'kept');
        assert.deepEqual(kept, await contentOf(repository, `fresh-${step}`), `after step ${step}`);
      }
    }));

  it('follows a file to its new name', () =>
    withShop(async ({ root, write, git, commit }) => {
      write({ 'src/billing/charge.ts': 'export const one = 1;\n', 'web/Picture.tsx': 'export const Two = 2;\n' });
      commit();
      git('mv', 'src/billing/charge.ts', 'src/collect.ts');
      commit();
      const { history } = await open(root, 'kept');
      assert.deepEqual(new Set(history.paths), new Set(['src/collect.ts', 'web/Picture.tsx']));
    }));

  it('is not believed where a byte of it is another', () =>
    withShop(async (repository) => {
      const first = await contentOf(repository, 'kept');
      const folder = path.join(repository.root, '.git', 'kept', 'tackroom');
      const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bin'));
      assert.equal(files.length, 3);
      for (const name of files) {
        const bytes = fs.readFileSync(path.join(folder, name));
        bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
        fs.writeFileSync(path.join(folder, name), bytes);
      }
      assert.deepEqual(await contentOf(repository, 'kept'), first);
    }));

  it('stops half way when it is asked to, and is whole the next time', () =>
    withShop(async (repository) => {
      const stop = new AbortController();
      const files = Object.fromEntries(
        Array.from({ length: 200 }, (_, at) => [`src/many/file-${at}.ts`, `export const value${at} = ${at};\n`]),
      );
      repository.write(files);
      const place = placeOf(repository.root, 'kept');
      await assert.rejects(
        openIndex(place, () => stop.abort(), stop.signal),
        { name: 'AbortError' },
      );
      assert.deepEqual(await contentOf(repository, 'kept'), await contentOf(repository, 'fresh'));
    }));
});

async function withShop(act: (repository: SampleRepository) => Promise<void>): Promise<void> {
  const repository = shop();
  try {
    await act(repository);
  } finally {
    repository.remove();
  }
}

function placeOf(root: string, state: string) {
  const repository = findRepository(root);
  assert.ok(repository !== undefined);
  return { repository, env: { XDG_STATE_HOME: path.join(root, '.git', state) }, exclude: [] };
}

function open(root: string, state: string) {
  return openIndex(placeOf(root, state));
}

/** All that it holds, in an order that does not depend on how it came about. */
async function contentOf({ root }: SampleRepository, state: string) {
  const { all, pages, pageUnits, files, fileUnits, history } = await open(root, state);
  const there = new Set(all);
  const commits = Array.from(history.times, (time, commit) => ({
    time,
    files: [...history.files.subarray(history.fileStarts[commit], history.fileStarts[commit + 1])]
      .map((file) => history.paths[file])
      .sort(),
  }));
  // a page that is as it was may still lead to what is gone
  const alive = pages.map((page) => ({ ...page, leadsTo: page.leadsTo.filter((path) => there.has(path)) }));
  return { pages: alive, pageUnits, files, fileUnits, tip: history.tip, ids: history.ids(), messages: history.messages, commits };
}
