// The rules of the house, derived from source a second time. dependency-cruiser holds the same ones (and more); this test
// is why they cannot be weakened there without anybody noticing, and it proves of each detector that it can find something.
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { compareBaseline } from './house/compare-baseline.ts';
import { findBridges, findHands, findRings, findUpward } from './house/find-breaches.ts';
import { findRootHooks } from './house/find-root-hooks.ts';
import { importGraph } from './house/import-graph.ts';
import { fileLines, functionLines, positionalParameters, roomFiles, silencers } from './house/measure.ts';
import { countLines, readSource, root } from './house/read-source.ts';

const product = readSource('src/**/*.ts');
const tools = readSource('{scripts,bench}/**/*.ts');
const tests = readSource('test/**/*.ts');
const everything = [...product, ...tools, ...tests];
const graph = importGraph(product);
const baseline = JSON.parse(readFileSync(path.join(root, 'test/house/baseline.json'), 'utf8'));
const rooms = globSync('src/*/', { cwd: root });

describe('the walk', () => {
  it('found the house', () => {
    assert.ok(product.length > 100, `only ${product.length} files under src: the walk is broken, not the house small`);
    assert.ok([...graph.values()].flat().length > 300, 'hardly any imports: the scanner is broken');
    assert.ok(rooms.length >= 9, `only ${rooms.length} rooms`);
  });

  it('sees static, type, re-exported and dynamic imports', () => {
    const imports = graph.get('src/app/hook.ts') ?? [];
    assert.ok(imports.includes('src/platform/install/find-engine.ts'), 'a room by its name');
    assert.ok(imports.includes('src/app/hook/hook-parts.ts'), 'a type import by relative path');
  });
});

describe('floors', () => {
  it('down-only: nothing imports a higher floor', () => assert.deepEqual(findUpward(graph), []));
  it('islands: no station knows another', () => assert.deepEqual(findBridges(graph), []));
  it('hands: only platform touches files, processes and the network', () => assert.deepEqual(findHands(graph), []));
  it('no-circles: no ring of imports, type imports included', () => assert.deepEqual(findRings(graph), []));
});

describe('the detectors', () => {
  const planted = new Map([
    ['src/kernel/clock.ts', ['src/app/flow.ts', 'node:fs']],
    ['src/review/panel.ts', ['src/signals/collect.ts', 'src/review/thread.ts']],
    ['src/review/thread.ts', ['src/review/persona.ts']],
    ['src/review/persona.ts', ['src/review/panel.ts']],
    ['src/platform/files/read-inside.ts', ['node:fs', 'src/kernel/clock.ts']],
    ['src/attic/box.ts', ['src/kernel/clock.ts']],
  ]);

  it('find an arrow up, and a room without a floor', () => {
    assert.deepEqual(findUpward(planted), ['src/kernel/clock.ts → src/app/flow.ts', 'src/attic/box.ts is in a room without a floor']);
  });
  it('find a bridge between stations', () => assert.deepEqual(findBridges(planted), ['src/review/panel.ts → src/signals/collect.ts']));
  it('find hands outside platform', () => assert.deepEqual(findHands(planted), ['src/kernel/clock.ts → node:fs']));
  it('find a ring once', () => {
    const ring = 'src/review/panel.ts → src/review/thread.ts → src/review/persona.ts → src/review/panel.ts';
    assert.deepEqual(findRings(planted), [ring]);
  });
  it('hold a baseline that only shrinks', () => {
    const accepted = { kept: 400, lower: 400, gone: 400 };
    assert.deepEqual(compareBaseline({ kept: 400, lower: 350, fresh: 301, fine: 300 }, 300, accepted), [
      'fresh has 301; at most 300',
      'lower went down to 350: lower it in test/house/baseline.json',
      'gone is within the limit: take it out of test/house/baseline.json',
    ]);
  });
});

describe('sizes', () => {
  it('files have at most 300 lines', () => assert.deepEqual(compareBaseline(fileLines(everything), 300, baseline.fileLines), []));
  it('functions have at most 60 lines', () => {
    assert.deepEqual(compareBaseline(functionLines([...product, ...tools]), 60, baseline.functionLines), []);
  });
  it('functions take at most 3 positional parameters', () => {
    assert.deepEqual(compareBaseline(positionalParameters([...product, ...tools]), 3, baseline.positionalParameters), []);
  });
  it('a room has at most 12 files on top', () => assert.deepEqual(compareBaseline(roomFiles(product), 12, baseline.roomFiles), []));
  it('the launcher has at most 300 lines', () => assert.ok(linesOf('bin/tackroom') <= 300));
  it('AGENTS.md has less than 100 lines', () => assert.ok(linesOf('AGENTS.md') < 100));
  it('each room has a README of at most 40 lines', () => {
    const wrong = rooms.filter((room) => !existsSync(path.join(root, room, 'README.md')) || linesOf(`${room}/README.md`) > 40);
    assert.deepEqual(wrong, []);
  });
});

describe('names and silence', () => {
  it('nothing is called utils, common, shared, helpers, manager or service', () => {
    const empty = new Set(['util', 'utils', 'common', 'shared', 'helper', 'helpers', 'manager', 'service', 'services']);
    const words = (file: string) => file.split(/[/.-]/);
    assert.deepEqual(
      everything.filter((file) => words(file.path).some((word) => empty.has(word))).map((file) => file.path),
      [],
    );
  });
  it('files are named in kebab-case', () => {
    const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.bench)?\.ts$/;
    assert.deepEqual(
      everything.filter((file) => !kebab.test(path.basename(file.path))).map((file) => file.path),
      [],
    );
  });
  it('no comment silences the compiler, the linter or the dead-code check', () => {
    assert.deepEqual(compareBaseline(silencers(everything), 0, baseline.silencers), []);
  });
});

describe('tests', () => {
  it('of the rooms keep their hooks inside a describe, since they share one process', () => {
    const apart = /^test\/(?:processes|agents)\//;
    const files = tests.filter((file) => file.path.endsWith('.test.ts') && !apart.test(file.path));
    assert.deepEqual([...new Set(findRootHooks(files))], []);
  });

  it('with a hook outside are found, and those with one inside are not', () => {
    const source = (file: string, text: string) => ({
      path: file,
      lines: 1,
      syntax: ts.createSourceFile(file, text, ts.ScriptTarget.Latest),
    });
    const outside = source('outside.test.ts', "afterEach(() => {}); test('x', () => {});");
    const inside = source('inside.test.ts', "describe('x', () => { afterEach(() => {}); });");
    assert.deepEqual(findRootHooks([outside, inside]), ['outside.test.ts']);
  });
});

function linesOf(file: string): number {
  return countLines(readFileSync(path.join(root, file), 'utf8'));
}
