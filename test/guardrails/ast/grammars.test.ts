import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, test } from 'node:test';
import { astLanguages } from '#guardrails/ast/ast-language.ts';
import { loadEngine } from '#guardrails/ast/engine.ts';
import { findLibraries } from '#guardrails/ast/find-libraries.ts';
import { grammarPackages } from '#guardrails/ast/grammar-packages.ts';
import { packagedLanguages, packageOf } from '#guardrails/ast/grammars.ts';
import { openAddonNear } from '#guardrails/ast/open-addon.ts';
import { withGrammars } from '#guardrails/ast/with-grammars.ts';
import { astCheckSchema } from '#kernel/records/guardrail.ts';

const here = import.meta.dirname;

suite('grammars in packages of their own', () => {
  test('all are read, and those that are built in', () => {
    for (const language of astLanguages) assert.equal(loadEngine().parse(language, '').root().text(), '', language);
  });

  test('the command names the versions that are tried here, and the package asks for no older ones', () => {
    const own = JSON.parse(fs.readFileSync(path.join(here, '../../../package.json'), 'utf8'));
    for (const language of packagedLanguages) {
      const [first] = grammarPackages({ kind: 'ast', language: astCheckSchema.shape.language.parse(language.toLowerCase()), rule: {} });
      const version = own.devDependencies[packageOf(language)];
      assert.equal(first?.install, `${packageOf(language)}@${version}`);
      assert.equal(own.peerDependencies[packageOf(language)], `>=${version} <1`);
      assert.deepEqual(own.peerDependenciesMeta[packageOf(language)], { optional: true });
    }
  });

  test('one that is not installed is refused by name, and what is built in is read', (context) => {
    const folder = temporary(context);
    const addon = openAddonNear(here);
    assert.ok(addon);
    const engine = withGrammars(addon, folder);
    assert.equal(engine.reads('Python'), false);
    assert.throws(() => engine.parse('Python', ''), /Python cannot be read: no @ast-grep\/lang-python that works here/);
    assert.throws(() => engine.parseAsync('Go', ''), /lang-go/);
    assert.equal(engine.parse('Css', 'a {}').root().kind(), 'stylesheet');
  });

  test('a library that cannot be loaded counts as none', (context) => {
    const folder = temporary(context);
    const package_ = path.join(folder, 'node_modules', '@ast-grep', 'lang-go');
    fs.mkdirSync(package_, { recursive: true });
    fs.writeFileSync(path.join(package_, 'parser.so'), 'no library');
    assert.deepEqual([...findLibraries(path.join(folder, 'deep', 'down'))], []);
    const real = findLibraries(here).get('Go');
    assert.ok(real);
    fs.copyFileSync(real, path.join(package_, 'parser.so'));
    assert.deepEqual([...findLibraries(path.join(folder, 'deep', 'down'))], [['Go', path.join(package_, 'parser.so')]]);
  });
});

function temporary(context: { after(work: () => void): void }): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-grammars-'));
  context.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}
