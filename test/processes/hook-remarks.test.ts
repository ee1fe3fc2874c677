import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { fetchDeadline, HookRepository } from './hook-repository.ts';

const bad = 'export const get = (url: string) => fetch(url);\n';
const good = 'export const get = (url: string) => fetch(url, { signal: AbortSignal.timeout(1) });\n';

let repo: HookRepository;
beforeEach(() => {
  repo = new HookRepository();
});
afterEach(() => repo.remove());

describe('what is said that is no finding', () => {
  test('an edit of the harness is said once, beside findings, and holds nobody', () => {
    const notice =
      'Tackroom: harness/runbooks/net.md belongs to the harness that work is judged by. Tell the person that you changed it, and why.';
    assert.equal(repo.edit('harness/runbooks/net.md', '# Network\n'), notice);
    assert.equal(repo.edit('harness/runbooks/net.md', '# The network\n'), '');
    const both = repo.shell(`printf '{}' > WORKFLOW.md; mkdir -p src; printf 'fetch(url);' > src/n.ts`);
    assert.match(both, /^Tackroom: 1 finding[\s\S]*\nTackroom: WORKFLOW\.md belongs/);
    repo.edit('src/n.ts', good);
    assert.equal(repo.stop(), '');
  });

  test('who writes a page with a mistake hears of it at once, and that the page is not in force', () => {
    const said = repo.edit('harness/guardrails/fetch-deadline.md', fetchDeadline.replace('priority: P1', 'prioriti: P1'));
    assert.match(said, /fetch-deadline\.md:4:1 .*prioriti.*\bpriority\b.* Until this is mended the page is not in force\./);
    assert.doesNotMatch(repo.edit('harness/guardrails/fetch-deadline.md', fetchDeadline), /not in force/);
    assert.notEqual(repo.edit('src/a.ts', bad), '');
  });

  test('a suppression that silences nothing is explained', () => {
    const said = repo.edit('src/a.ts', `// tackroom-allow fetch-deadline\n${bad}`);
    assert.match(said, /^Tackroom: 1 finding[\s\S]*\nTackroom: src\/a\.ts:1 tackroom-allow fetch-deadline gives no reason/);
    assert.match(repo.edit('src/b.ts', `// tackroom-allow fetch-dedline: the peer is this process\n${bad}`), /names "fetch-dedline"/);
    assert.equal(repo.edit('src/c.ts', `// tackroom-allow fetch-deadline: the peer is this process\n${bad}`), '');
  });
});
