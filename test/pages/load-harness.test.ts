import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Page } from '#kernel/records/page.ts';
import { loadHarness } from '#pages/load-harness.ts';
import { pagesHash } from '#pages/pages-hash.ts';
import { renderProblems } from '#pages/render-problems.ts';

const fixtures = path.join(import.meta.dirname, '..', 'fixtures', 'pages');
const fixture = (leaf: string) => fs.realpathSync(path.join(fixtures, leaf));

describe('a sound harness', () => {
  const harness = loadHarness(fixture('sound'));

  it('has no problems', () => assert.equal(renderProblems(harness.problems), ''));

  it('has every page of every kind, and no table of contents', () => {
    assert.deepEqual(
      harness.pages.map(({ kind, path: where, title }) => [kind, where, title]),
      [
        ['automation', 'harness/automations/tidy.md', 'Tidy the knowledge base'],
        ['guardrail', 'harness/guardrails/fetch-deadline.md', 'Network calls carry a deadline'],
        ['guardrail', 'harness/guardrails/layers.md', 'The store does not know the web'],
        ['journey', 'harness/journeys/buy.md', 'A visitor buys a saddle'],
        ['lesson', 'harness/lessons/stalled-peers.md', 'Peers stall, and callers hang with them'],
        ['persona', 'harness/personas/reliability.md', 'reliability'],
        ['runbook', 'harness/runbooks/network.md', 'Calls over the network'],
        ['decision', 'docs/decisions/0007-use-one-store.md', 'Use one store'],
        ['design', 'docs/design/orders.md', 'How orders flow'],
        ['plan', 'docs/plans/active/retries.md', 'Retries everywhere'],
        ['plan', 'docs/plans/completed/old.md', 'Old work'],
      ],
    );
  });

  it('reads a guardrail in full', () => {
    const [guardrail] = harness.guardrails;
    assert.equal(guardrail?.message, 'A call without a deadline hangs the caller when the peer stalls.');
    assert.equal(
      guardrail.remedy,
      'Pass `signal: AbortSignal.timeout(ms)`, or use **one** of:\n- `fetchWithRetry` from `src/http.ts`\n- the runbook',
    );
    assert.equal(guardrail.runbook, 'harness/runbooks/network.md');
    assert.deepEqual(guardrail.examples, [
      { verdict: 'bad', language: 'ts', files: [{ text: 'await fetch(url)' }], line: 26 },
      {
        verdict: 'good',
        language: 'ts',
        path: 'src/peer.ts',
        files: [{ text: 'await fetch(url, { signal: AbortSignal.timeout(5_000) })' }],
        line: 29,
      },
      { verdict: 'fixed', language: 'ts', files: [{ text: 'await fetch(url, { signal: AbortSignal.timeout(10_000) })' }], line: 32 },
    ]);
  });

  it('splits an example of several files', () => {
    assert.deepEqual(harness.guardrails[1]?.examples[0]?.files, [
      { path: 'src/store/save.ts', text: "import { page } from '../web/page.ts'" },
      { path: 'src/web/page.ts', text: 'export const page = 1' },
    ]);
  });

  it('reads the bullets of a persona with what is inside them', () => {
    const persona = only(harness.pages, 'persona');
    assert.equal(persona.intro, 'The eyes of somebody who is called at night.');
    assert.deepEqual(persona.bullets, [
      { id: 'timeouts', text: 'Every call that leaves the process has a deadline and a retry policy.', line: 9 },
      { id: 'idempotency', text: 'What is retried can be done twice:\n- a key, or\n- a check before the write.', line: 11 },
    ]);
  });

  it('keeps relative links only, from the repository, at their places', () => {
    assert.deepEqual(only(harness.pages, 'runbook').links, [
      { target: 'docs/plans/active/retries.md', line: 7, column: 5 },
      { target: 'harness/runbooks/shape.png', line: 8, column: 1 },
    ]);
    assert.deepEqual(only(harness.pages, 'design').links, [{ target: 'docs/design/orders.md', anchor: 'cart', line: 3, column: 6 }]);
    assert.deepEqual(only(harness.pages, 'persona').links, [{ target: 'harness/runbooks/network.md', line: 15, column: 1 }]);
  });

  it('has the settings of its file, and the defaults for the rest', () => {
    assert.deepEqual(harness.settings, {
      version: 1,
      check: { threshold: 'P1', exclude: ['vendor/**'] },
      delivery: { maxChars: 1600, momentTokens: 300, windowTokens: 3000, maxItems: 5 },
      hook: { daemon: true, holdsAtStop: 3, holdPriority: 'P1' },
      tracker: { kind: 'local' },
      garden: { exclude: [], rules: {} },
      agents: ['codex'],
    });
  });

  it('has the hash of its guardrails and settings', () => assert.equal(harness.hash, pagesHash(fixture('sound'))));

  it('reads the guardrails alone when asked to', () => {
    const light = loadHarness(fixture('sound'), { only: 'guardrails' });
    assert.deepEqual(light.guardrails, harness.guardrails);
    assert.deepEqual([...new Set(light.pages.map(({ kind }) => kind))], ['guardrail']);
    assert.equal(light.settings.check.threshold, 'P1');
  });
});

describe('decision records of other tools', () => {
  const harness = loadHarness(fixture('decisions'));

  it('are read as they are', () => assert.equal(renderProblems(harness.problems), ''));

  it('have number, title, status and date wherever their tool keeps them', () => {
    const decisions = harness.pages.filter((page) => page.kind === 'decision');
    assert.deepEqual(
      decisions.map(({ number, title, status, date }) => ({ number, title, status, date })),
      [
        { number: 1, title: 'Record decisions', status: 'superceded by 9. use madr', date: '2025-03-04' },
        { number: 2, title: 'Use plain text', status: 'accepted', date: '2025-05-06' },
        { number: 9, title: 'Use MADR', status: 'superseded by adr-0012', date: '2025-07-08' },
        { number: 12, title: 'Still a draft', status: undefined, date: undefined },
      ],
    );
    assert.deepEqual(decisions[2]?.frontMatter['decision-makers'], ['Ann', 'Bo']);
    assert.equal(decisions[2]?.frontMatter.nav_order, 9);
  });
});

describe('a harness full of mistakes', () => {
  const harness = loadHarness(fixture('mistakes'));

  it('tells all of them at once, each at its place', () => {
    const expected = fs.readFileSync(path.join(fixtures, 'mistakes.txt'), 'utf8');
    assert.equal(`${renderProblems(harness.problems)}\n`, expected);
  });

  it('still runs the guardrails whose front matter and message are sound', () => {
    assert.deepEqual(
      harness.guardrails.map(({ path: where }) => where),
      ['harness/guardrails/examples.md'],
    );
  });

  it('falls back on the default settings', () => assert.equal(harness.settings.check.threshold, 'P2'));
});

describe('what is outside', () => {
  let folder: string;
  let root: string;

  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-pages-')));
    root = path.join(folder, 'repository');
    fs.mkdirSync(path.join(root, 'harness/guardrails'), { recursive: true });
    fs.cpSync(path.join(fixture('sound'), 'harness/guardrails'), path.join(folder, 'outside'), { recursive: true });
  });

  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const codes = () => loadHarness(root).problems.map(({ path: where, code }) => [where, code]);

  it('is nothing at all for a repository without a harness', () => {
    fs.rmSync(path.join(root, 'harness'), { recursive: true });
    const { guardrails, pages, problems } = loadHarness(root);
    assert.deepEqual({ guardrails, pages, problems }, { guardrails: [], pages: [], problems: [] });
  });

  it('is not read through a page that is a link', () => {
    fs.symlinkSync(path.join(folder, 'outside/layers.md'), path.join(root, 'harness/guardrails/layers.md'));
    fs.symlinkSync('../../../outside/layers.md', path.join(root, 'harness/guardrails/up.md'));
    fs.symlinkSync('nowhere.md', path.join(root, 'harness/guardrails/void.md'));
    assert.deepEqual(codes(), [
      ['harness/guardrails/layers.md', 'outside'],
      ['harness/guardrails/up.md', 'outside'],
      ['harness/guardrails/void.md', 'outside'],
    ]);
  });

  it('is not read through settings that are a link', () => {
    fs.symlinkSync(path.join(folder, 'outside/layers.md'), path.join(root, 'harness/harness.yaml'));
    assert.deepEqual(codes(), [['harness/harness.yaml', 'outside']]);
  });

  it('is not read through a folder that is a link', () => {
    fs.rmdirSync(path.join(root, 'harness/guardrails'));
    fs.symlinkSync(path.join(folder, 'outside'), path.join(root, 'harness/guardrails'));
    const harness = loadHarness(root);
    assert.deepEqual(harness.guardrails, []);
    assert.deepEqual(codes(), [['harness/guardrails', 'linked-folder']]);
  });

  it('is not read through a harness that is a link', () => {
    fs.rmSync(path.join(root, 'harness'), { recursive: true });
    fs.symlinkSync(folder, path.join(root, 'harness'));
    assert.deepEqual(loadHarness(root).guardrails, []);
  });

  it('is followed no further than a link inside the repository', () => {
    fs.cpSync(path.join(folder, 'outside/layers.md'), path.join(root, 'kept.md'));
    fs.symlinkSync('../../kept.md', path.join(root, 'harness/guardrails/layers.md'));
    assert.deepEqual(codes(), []);
    assert.equal(loadHarness(root).guardrails.length, 1);
  });

  it('is no text', () => {
    fs.writeFileSync(path.join(root, 'harness/guardrails/binary.md'), 'a\0b');
    fs.mkdirSync(path.join(root, 'harness/guardrails/folder.md'));
    assert.deepEqual(codes(), [['harness/guardrails/binary.md', 'not-text']]);
  });

  it('keeps of two guardrails with one id the one whose file is called so', () => {
    const text = fs.readFileSync(path.join(folder, 'outside/layers.md'), 'utf8');
    fs.writeFileSync(path.join(root, 'harness/guardrails/layers.md'), text);
    fs.writeFileSync(path.join(root, 'harness/guardrails/later.md'), text);
    assert.deepEqual(codes(), [
      ['harness/guardrails/later.md', 'name-mismatch'],
      ['harness/guardrails/later.md', 'duplicate-id'],
    ]);
    assert.deepEqual(
      loadHarness(root).guardrails.map(({ path: where }) => where),
      ['harness/guardrails/layers.md'],
    );
  });

  it('takes a dead runbook out of what an agent is told', () => {
    fs.copyFileSync(path.join(folder, 'outside/fetch-deadline.md'), path.join(root, 'harness/guardrails/fetch-deadline.md'));
    assert.deepEqual(codes(), [['harness/guardrails/fetch-deadline.md', 'dead-link']]);
    assert.equal(loadHarness(root).guardrails[0]?.runbook, undefined);
  });
});

function only<K extends Page['kind']>(pages: readonly Page[], kind: K): Extract<Page, { kind: K }> {
  const found = pages.find((page): page is Extract<Page, { kind: K }> => page.kind === kind);
  assert.ok(found);
  return found;
}
