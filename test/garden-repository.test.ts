import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { loadHarness } from '#pages/load-harness.ts';
import { renderProblems } from '#pages/render-problems.ts';
import { gardenRepository, plantedFaults } from './garden-repository.ts';
import { deadLinks } from './garden-repository-links.ts';
import { type PlantedFault, readFaults, readHistory } from './garden-repository-records.ts';
import { applyChanges, difference, readBase, replay, type Tree } from './garden-repository-tree.ts';

/** At least so many of each; hub faults are in one variant each. */
const spread = {
  'dead-link': 8,
  'dead-anchor': 6,
  orphan: 4,
  'missing-path': 6,
  'missing-symbol': 5,
  'missing-script': 5,
  'missing-command': 1,
  stale: 5,
  'missing-owner': 4,
  'long-hub': 1,
  'hub-steps': 1,
  'duplicate-bullet': 4,
  contradiction: 4,
  'superseded-cited': 4,
  'plan-left-active': 3,
};

describe('the records of the garden', () => {
  const base = readBase();
  const faults = readFaults();

  it('names each fault and each commit once', () => {
    for (const ids of [faults.map(({ id }) => id), readHistory().map(({ id }) => id)]) assert.equal(new Set(ids).size, ids.length);
  });

  it('spreads the faults over all rules', () => {
    const counts = Object.fromEntries([...Map.groupBy(faults, ({ rule }) => rule)].map(([rule, all]) => [rule, all.length]));
    assert.deepEqual(Object.keys(counts).sort(), Object.keys(spread).sort());
    for (const [rule, least] of Object.entries(spread)) assert.ok((counts[rule] ?? 0) >= least, rule);
    for (const variant of ['a', 'b']) assert.ok(plantedFaults(variant).length >= 60, variant);
  });

  it('plants each fault by itself: what it replaces stands once, and something changes', () => {
    const past = readHistory();
    for (const { id, change = [], history = [] } of faults) {
      const touched = difference(base, applyChanges(base, change)).size;
      const frozen = history.filter((freeze) => replay(past, base, [freeze]).some(({ files }) => files.has(freeze.freeze)));
      assert.ok(touched + frozen.length > 0, id);
    }
  });

  it('has in each commit only what changes, in the order of time', () => {
    const tree = new Map<string, string>();
    let last = 0;
    for (const { id, date, files } of replay(readHistory(), base)) {
      assert.ok(Date.parse(date) > last, id);
      last = Date.parse(date);
      for (const [file, now] of files) {
        assert.notEqual(now?.bytes.toString('latin1'), tree.get(file), `${file} in ${id}`);
        if (now === undefined) tree.delete(file);
        else tree.set(file, now.bytes.toString('latin1'));
      }
    }
  });

  it('expects findings at lines that show them', () => {
    for (const variant of ['a', 'b']) {
      const planted = plantedFaults(variant);
      const tree = applyChanges(
        base,
        planted.flatMap(({ change }) => change ?? []),
      );
      for (const fault of planted) for (const place of placesOf(fault)) assertShown(tree, fault, place);
    }
  });

  it('freezes no page that the last commit touches', () => {
    const touched = new Set(faults.flatMap(({ change = [] }) => change.flatMap((one) => ('replace' in one ? [one.replace.path] : []))));
    for (const { history = [] } of faults) for (const { freeze } of history) assert.ok(!touched.has(freeze), freeze);
  });

  it('says what a fix must leave, and it is not there before', () => {
    for (const { id, change = [], fix, fixed, expect } of faults) {
      assert.equal(fix === true, fixed !== undefined, id);
      if (fixed !== undefined) assert.ok(!textOf(applyChanges(base, change), expect.path).includes(fixed), id);
    }
  });
});

describe('the clean garden', () => {
  let root = '';
  before(() => {
    root = gardenRepository('clean');
  });
  after(() => fs.rmSync(root, { recursive: true, force: true }));

  it('is base/ after a year of commits, with nothing left to commit', () => {
    assert.equal(git(root, 'status', '--porcelain'), '');
    assert.equal(Number(git(root, 'rev-list', '--count', 'HEAD')), readHistory().length);
    const tracked = git(root, 'ls-files', '-z').split('\0').filter(Boolean);
    assert.deepEqual(tracked.sort(), [...readBase().keys()].sort());
    for (const [file, { bytes, executable }] of readBase()) {
      assert.ok(fs.readFileSync(path.join(root, file)).equals(bytes), file);
      assert.equal((fs.statSync(path.join(root, file)).mode & 0o100) !== 0, executable, file);
    }
  });

  it('has pages of every kind, without problems', () => {
    const { pages, problems } = loadHarness(root);
    assert.equal(renderProblems(problems), '');
    assert.equal(new Set(pages.map(({ kind }) => kind)).size, 9);
    assert.ok(pages.length >= 45);
  });

  it('has no link that leads nowhere, but to the issues of its code host', () => {
    const dead = deadLinks(
      root,
      [...readBase().keys()].filter((file) => file.endsWith('.md')),
    );
    assert.deepEqual(dead, ['README.md ../../issues', 'README.md ../../issues/412']);
  });
});

describe('the faulty garden', () => {
  for (const variant of ['a', 'b']) {
    it(`has one more commit and every page that is expected, in variant ${variant}`, () => {
      const root = gardenRepository('faulty', { variant });
      try {
        assert.equal(git(root, 'status', '--porcelain'), '');
        assert.equal(Number(git(root, 'rev-list', '--count', 'HEAD')), readHistory().length + 1);
        const places = plantedFaults(variant).flatMap(placesOf);
        for (const { path: file } of places) assert.ok(fs.existsSync(path.join(root, file)), file);
        // A plan that is over, but lies among the active ones, is a problem of the page as well.
        assert.deepEqual(
          loadHarness(root).problems.map(({ code }) => code),
          ['plan-stage'],
        );
      } finally {
        fs.rmSync(root, { recursive: true, force: true });
      }
    });
  }
});

function placesOf({ expect, or }: PlantedFault): PlantedFault['expect'][] {
  return or === undefined ? [expect] : [expect, or];
}

/** What is dead or missing stands on its line; of a pair each side names the other. */
function assertShown(tree: Tree, { id, rule, or }: PlantedFault, { path: file, line, mentions = '' }: PlantedFault['expect']): void {
  const text = textOf(tree, file);
  if (line === undefined) return;
  const shown = text.split('\n')[line - 1] ?? '';
  assert.notEqual(shown, '', id);
  if (/^(dead|missing)-/.test(rule) && or === undefined) assert.ok(shown.includes(mentions), `${id}: ${shown}`);
}

function textOf(tree: Tree, file: string): string {
  const found = tree.get(file);
  assert.ok(found, `there is no ${file}`);
  return found.bytes.toString();
}

function git(root: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
}
