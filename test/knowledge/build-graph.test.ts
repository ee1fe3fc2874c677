import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentsAbout, reachable, watchersOf } from '#knowledge/walk-graph.ts';
import { makeGraph } from './make-graph.ts';

describe('the graph of a knowledge base', () => {
  it('joins documents by what they link to and name', () => {
    const graph = makeGraph({
      'AGENTS.md': '[runbooks](harness/runbooks/) and `src/store.ts#claim`\n',
      'harness/runbooks/deploy.md': '---\ntitle: Deploy\nowner: ops\n---\nSee [[glossary]].\n',
      'docs/glossary.md': '# Glossary\n',
      'docs/lost.md': '# Lost\n',
      'src/store.ts': 'export function claim() {}\n',
    });
    assert.deepEqual(
      graph.edgesFrom.get('AGENTS.md')?.map(({ kind, to }) => `${kind} ${to}`),
      ['links harness/runbooks', 'names src/store.ts', 'names src/store.ts#claim'],
    );
    const reached = reachable(graph, ['AGENTS.md']);
    assert.ok(reached.has('docs/glossary.md'), 'through a folder and a wiki link');
    assert.ok(!reached.has('docs/lost.md'));
    assert.deepEqual(
      documentsAbout(graph, 'src/store.ts').map(({ from }) => from),
      ['AGENTS.md'],
    );
    assert.deepEqual(
      ['harness/runbooks/deploy.md', 'docs/lost.md', 'owner:ops', 'src/store.ts#claim'].map((id) => graph.nodes.get(id)?.kind),
      ['page', 'document', 'owner', 'symbol'],
    );
  });

  it('knows for which files a guardrail and a persona are', () => {
    const graph = makeGraph({
      'harness/guardrails/one.md': '---\nid: one\nfiles: ["src/**/*.ts", "!**/*.test.ts"]\n---\nSay it.\n',
      'harness/personas/ops.md': '---\nname: ops\nfiles: ["src/http/**"]\n---\nEyes.\n',
      'src/http/call.ts': '',
    });
    assert.deepEqual(watchersOf(graph, 'src/http/call.ts'), ['harness/guardrails/one.md', 'harness/personas/ops.md']);
    assert.deepEqual(watchersOf(graph, 'src/http/call.test.ts'), ['harness/personas/ops.md']);
    assert.deepEqual(watchersOf(graph, 'src/main.ts'), ['harness/guardrails/one.md']);
  });

  it('reads which decision takes the place of which, in the words of three tools', () => {
    const graph = makeGraph({
      'docs/decisions/0001-files.md':
        '# 1. Files\n\nDate: 2025-01-01\n\n## Status\n\nSuperceded by [2. SQLite](0002-sqlite.md)\n\n## Context\n',
      'docs/decisions/0002-sqlite.md': '# 2. SQLite\n\n## Status\n\nAccepted\n\nSupercedes [1. Files](0001-files.md)\n',
      'docs/decisions/0003-queue.md': '---\nstatus: superseded by [ADR-0004](0004-outbox.md)\n---\n# Queue\n',
      'docs/decisions/0004-outbox.md': '---\nstatus: accepted\nsupersedes: 3\n---\n# Outbox\n',
      'docs/decisions/20250102-tabs.md': '# Tabs\n\n- Status: superseded by 20250301-spaces\n- Date: 2025-01-02\n',
      'docs/decisions/20250301-spaces.md': '# Spaces\n\n- Status: accepted\n\n## Links\n\n- Supersedes [Tabs](20250102-tabs.md)\n',
    });
    const facts = [...graph.decisions.values()].map(({ number, state, supersededBy }) => [
      number,
      state,
      supersededBy.map(({ path }) => path),
    ]);
    assert.deepEqual(facts, [
      [1, 'superseded', ['docs/decisions/0002-sqlite.md']],
      [2, 'accepted', []],
      [3, 'superseded', ['docs/decisions/0004-outbox.md']],
      [4, 'accepted', []],
      [20250102, 'superseded', ['docs/decisions/20250301-spaces.md']],
      [20250301, 'accepted', []],
    ]);
    assert.deepEqual(
      graph.decisions.get('docs/decisions/0004-outbox.md')?.supersedes.map(({ path }) => path),
      ['docs/decisions/0003-queue.md'],
    );
  });

  it('takes owners from front matter before CODEOWNERS, of which the last line that matches counts', () => {
    const owners = [
      '* @all',
      'docs/* @writers # of one folder only',
      '/docs/design/ @architects first@example.org',
      '[Sales][2] @sales',
      'shop/',
      'shop/\\#1.md @one',
      '!docs/free.md',
      '???[',
    ].join('\n');
    const graph = makeGraph({
      '.github/CODEOWNERS': owners,
      'docs/a.md': '',
      'docs/design/b.md': '',
      'docs/deep/er/c.md': '',
      'harness/runbooks/d.md': '---\ntitle: D\nowner: ops\n---\n',
    });
    assert.deepEqual(graph.ownersOf('docs/a.md'), ['@writers']);
    assert.deepEqual(graph.ownersOf('docs/design/b.md'), ['@architects', 'first@example.org']);
    assert.deepEqual(graph.ownersOf('docs/deep/er/c.md'), ['@all']);
    assert.deepEqual(graph.ownersOf('shop/x.ts'), ['@all', '@sales']);
    assert.deepEqual(graph.ownersOf('shop/#1.md'), ['@all', '@one']);
    assert.deepEqual(graph.ownersOf('harness/runbooks/d.md'), ['ops']);
  });

  it('knows a file by the end of its path and by its beginning', () => {
    const graph = makeGraph({
      'src/pages/README.md': '`load.ts`, `docs/decisions/0007`, `src/pages/load`, `./load.ts:12`, `src/none.ts`, `text/html`\n',
      'src/pages/load.ts': '',
      'docs/decisions/0007-one.md': '',
    });
    assert.deepEqual(
      graph.mentions.map(({ mention, to }) => [mention.span.text, to]),
      [
        ['load.ts', 'src/pages/load.ts'],
        ['docs/decisions/0007', 'docs/decisions/0007-one.md'],
        ['src/pages/load', 'src/pages/load.ts'],
        ['./load.ts:12', 'src/pages/load.ts'],
        ['src/none.ts', undefined],
        ['text/html', undefined],
      ],
    );
  });
});
