import assert from 'node:assert/strict';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { briefOfTicket } from '#app/ground/brief-of-ticket.ts';
import { systemClock } from '#kernel/clock.ts';
import { shop } from './shop.ts';

describe('the brief of a ticket', () => {
  const repository = shop();
  after(() => repository.remove());
  const brief = (env: Record<string, string> = {}) =>
    briefOfTicket({
      cwd: repository.root,
      env: { XDG_STATE_HOME: path.join(repository.root, '.git', 'state'), ...env },
      clock: systemClock,
      withinMs: 60_000,
    });

  it('is told on a branch that names a ticket, and without a reading list where there is no index', async () => {
    assert.equal(await brief(), undefined);
    repository.git('checkout', '--quiet', '-b', 'anna/tr-2-retry');
    assert.equal(await brief(), 'This is about ticket TR-2 (Todo): Retry a failed charge. The whole reading list: tackroom ground TR-2');
  });

  it('has the first lines of the reading list where there is an index', async () => {
    await repository.tackroom(['ground', 'anything']);
    const lines = (await brief({ TACKROOM_TICKET: 'TR-2' }))?.split('\n') ?? [];
    assert.match(lines[1] ?? '', /^1\. tickets\/TR-2\.md \(\d+\) TR-2 Retry a failed charge$/);
    assert.equal(lines.length, 6);
    assert.equal(lines.at(-1), 'The whole reading list: tackroom ground TR-2');
  });

  it('knows TR-2 from TR-22, and is silent where nobody knows the ticket', async () => {
    repository.git('checkout', '--quiet', '-b', 'tr-22-other');
    assert.equal(await brief(), undefined);
    assert.equal(await brief({ TACKROOM_TICKET: 'OPS-1' }), undefined);
    assert.match((await brief({ TACKROOM_TICKET: 'tr-3' })) ?? '', /TR-3/);
  });
});
