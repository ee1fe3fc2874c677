import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { check } from '#app/check.ts';
import { guardrailPage } from '../../../cli/sample-repository.ts';
import { makeRepository } from '../../../make-repository.ts';

const page = guardrailPage({
  id: 'no-fixme',
  priority: 'P1',
  files: '["src/**"]',
  check: 'kind: text\npattern: FIXME',
  bad: '// FIXME',
  good: '// done',
});

describe('app/check/kept-findings', () => {
  let root: string;

  beforeEach(() => {
    root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'tackroom-kept-'));
    makeRepository(root);
  });

  afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

  it('passes over a link that has taken the place of a file it knows, though both lead to the same text', async () => {
    write('harness/guardrails/no-fixme.md', page);
    write('.gitignore', 'away/\nstate/\n');
    write('src/a.ts', '// FIXME\n');
    await setTimeout(150); // what was written just now is looked at again anyway
    assert.deepEqual(await found(), ['src/a.ts']);
    assert.deepEqual(await found(), ['src/a.ts']);
    fs.mkdirSync(path.join(root, 'away'));
    fs.renameSync(path.join(root, 'src/a.ts'), path.join(root, 'away/a.ts'));
    fs.symlinkSync('../away/a.ts', path.join(root, 'src/a.ts'));
    await setTimeout(150);
    assert.deepEqual(await found(), []);
  });

  function write(relative: string, text: string): void {
    fs.mkdirSync(path.dirname(path.join(root, relative)), { recursive: true });
    fs.writeFileSync(path.join(root, relative), text);
  }

  function found(): Promise<string[]> {
    const env = { XDG_STATE_HOME: path.join(root, 'state') };
    return check({ cwd: root, paths: [], scope: { kind: 'all' }, env }, ({ report }) => report.findings.map((finding) => finding.path));
  }
});
