import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HookRepository } from './hook-repository.ts';

test('an agent that lets the baseline grow is asked to tell the person, however it did that', () => {
  const repo = new HookRepository();
  try {
    repo.write('src/a.ts', 'fetch(1);\n');
    repo.start();
    const told = /harness\/baseline\.json belongs to the harness .* Tell the person/;
    assert.match(repo.shell('printf \'{"version":1,"entries":[]}\' > harness/baseline.json'), told);
    repo.session = 'session-2';
    repo.start();
    assert.match(repo.edit('harness/baseline.json', '{"version":1,"entries":[ ]}'), told);
  } finally {
    repo.remove();
  }
});
