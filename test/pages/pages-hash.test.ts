import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { pageStamp } from '#pages/page-stamp.ts';
import { pagesHash } from '#pages/pages-hash.ts';

describe('what tells that the guardrails changed', () => {
  let root: string;
  const write = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  };
  const marks = () => [pagesHash(root), pageStamp(root)];

  beforeEach(() => {
    root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-hash-')));
    write('harness/harness.yaml', 'version: 1\n');
    write('harness/guardrails/a.md', 'a');
    write('harness/guardrails/b.md', 'b');
  });
  afterEach(() => fs.rmSync(root, { recursive: true }));

  const changes: [string, () => void][] = [
    ['a text', () => write('harness/guardrails/a.md', 'c')],
    ['a new page', () => write('harness/guardrails/c.md', '')],
    ['a page less', () => fs.rmSync(path.join(root, 'harness/guardrails/b.md'))],
    ['another name', () => fs.renameSync(path.join(root, 'harness/guardrails/b.md'), path.join(root, 'harness/guardrails/c.md'))],
    ['the settings', () => write('harness/harness.yaml', 'version: 2\n')],
    ['text that moves from one page to the next', () => [write('harness/guardrails/a.md', ''), write('harness/guardrails/b.md', 'ab')]],
  ];
  for (const [name, change] of changes) {
    it(`is told by ${name}`, () => {
      const [hash, stamp] = marks();
      change();
      const [newHash, newStamp] = marks();
      assert.notEqual(newHash, hash);
      assert.notEqual(newStamp, stamp);
    });
  }

  it('is not told by other pages', () => {
    const before = marks();
    write('harness/runbooks/a.md', 'a');
    write('harness/guardrails/notes.txt', 'a');
    write('docs/design/a.md', 'a');
    assert.deepEqual(marks(), before);
  });

  it('is the same hash, but another stamp, for a copy', () => {
    const [hash, stamp] = marks();
    write('harness/guardrails/new', 'a');
    fs.renameSync(path.join(root, 'harness/guardrails/new'), path.join(root, 'harness/guardrails/a.md'));
    assert.equal(pagesHash(root), hash);
    assert.notEqual(pageStamp(root), stamp);
  });

  it('is an empty stamp where there is no harness', () => {
    fs.rmSync(path.join(root, 'harness'), { recursive: true });
    assert.equal(pageStamp(root), '');
  });

  it('does not read what a link leads out to', () => {
    fs.rmSync(path.join(root, 'harness/guardrails'), { recursive: true });
    fs.symlinkSync(os.tmpdir(), path.join(root, 'harness/guardrails'));
    assert.match(pageStamp(root), /^harness\/harness\.yaml:[^\n]*\n$/);
  });
});
