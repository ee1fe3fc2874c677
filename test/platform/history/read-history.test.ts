import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { readHistory } from '#platform/history/read-history.ts';
import { readObjects } from '#platform/history/read-objects.ts';
import { type SampleRepository, sampleRepository } from '../../cli/sample-repository.ts';

describe('readHistory', () => {
  let repository: SampleRepository;
  beforeEach(() => {
    repository = sampleRepository({});
  });
  afterEach(() => repository.remove());

  const changesOf = async (file: string) => (await readHistory(repository.root)).changes.get(file)?.map(({ commit }) => commit);

  it('knows nothing before the first commit', async () => {
    const { times, changes } = await readHistory(repository.root);
    assert.deepEqual([times.length, changes.size], [0, 0]);
  });

  it('tells of each file which commits changed it, through renames, the newest first', async () => {
    const text = Array.from({ length: 20 }, (_, line) => `line ${line}\n`).join('');
    repository.write({ 'a ä.md': text, 'b.md': 'b\n' });
    repository.commit();
    repository.git('mv', 'a ä.md', 'middle.md');
    repository.commit();
    repository.write({ 'b.md': 'c\n' });
    repository.commit();
    repository.git('mv', 'middle.md', 'now.md');
    repository.write({ 'now.md': `${text}more\n` });
    repository.commit();
    const { renamed, times } = await readHistory(repository.root);
    assert.equal(times.length, 4);
    assert.deepEqual(await changesOf('now.md'), [0, 2, 3]);
    assert.deepEqual(await changesOf('b.md'), [1, 3]);
    assert.deepEqual(
      [...renamed],
      [
        ['middle.md', 'now.md'],
        ['a ä.md', 'now.md'],
      ],
    );
  });

  it('names the text that was there before a change', async () => {
    repository.write({ 'a.md': 'first\n\nwith a blank line\n' });
    repository.commit();
    repository.write({ 'a.md': 'second\n' });
    repository.commit();
    const [last] = (await readHistory(repository.root)).changes.get('a.md') ?? [];
    const texts = await readObjects(repository.root, [last?.before ?? '', '0'.repeat(40)]);
    assert.deepEqual([...texts], [[last?.before, 'first\n\nwith a blank line\n']]);
  });
});
