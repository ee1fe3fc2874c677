import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { knownScripts } from '../../src/knowledge/commands/known-scripts.ts';
import { missingScript } from '../../src/knowledge/commands/missing-script.ts';

const files: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ scripts: { test: 'x', 'build:all': 'x' }, devDependencies: { vitest: '1', '@biomejs/biome': '2' } }),
  'web/package.json': JSON.stringify({ scripts: { dev: 'x' } }),
  Makefile: 'NAMES = a b\n.PHONY: all\nall: $(NAMES)\n$(NAMES): x.c\n\tcc x.c\ndb-%:\n\techo\nvar := not-a-target\n',
  justfile: 'set shell := ["sh"]\nalias t := test\ntest name="x":\n  echo\n@quiet:\n  echo\n',
  'Taskfile.yml': "version: '3'\ntasks:\n  lint:\n    cmds:\n      - x\n  'a:b':\n    cmds: [x]\nenv:\n  no: x\n",
};
const known = knownScripts(Object.keys(files), (path) => files[path]);
const missing = (command: string) =>
  missingScript({ words: command.split(' '), line: 1, column: 1, text: command, isBlock: true, at: { start: 0, end: 0 } }, known)?.name;

describe('what a repository offers to run', () => {
  for (const command of [
    ...[
      'npm run test',
      'npm test',
      'npm run build:all -- --watch',
      'npm run dev --workspace web',
      'npm -w web run dev',
      'npm ci',
      'npm run <name>',
    ],
    ...['pnpm vitest', 'pnpm test', 'pnpm --filter web dev', 'yarn biome check', 'yarn tsc', 'pnpm install', 'bun run dev', 'yarn add x'],
    ...['make', 'make all', 'make a', 'make -C web b', 'make db-reset V=1', 'just t', 'just quiet', 'task lint', 'task a:b', 'cargo run x'],
  ])
    it(`knows \`${command}\``, () => {
      assert.equal(missing(command), undefined);
    });

  for (const [command, name] of [
    ['npm run tset', 'tset'],
    ['npm start', 'start'],
    ['pnpm build:al', 'build:al'],
    ['yarn run none', 'none'],
    ['make reset-db', 'reset-db'],
    ['make all clean', 'clean'],
    ['just tset', 'tset'],
    ['task no', 'no'],
  ] as const)
    it(`misses what \`${command}\` runs`, () => {
      assert.equal(missing(command), name);
    });

  it('says nothing where there is no file of the tool, or one that hides its names', () => {
    const none = knownScripts([], () => undefined);
    const about = { line: 1, column: 1, text: '', isBlock: true, at: { start: 0, end: 0 } };
    for (const words of [
      ['make', 'x'],
      ['npm', 'run', 'x'],
      ['just', 'x'],
      ['task', 'x'],
    ])
      assert.equal(missingScript({ ...about, words }, none), undefined);
    const open = knownScripts(['Makefile'], () => '$(foreach x,a b,$(eval $(x):))\n');
    assert.equal(missingScript({ ...about, words: ['make', 'x'] }, open), undefined);
  });
});
