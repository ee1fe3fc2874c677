import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { guardrailPage, type SampleRepository, sampleHarness, sampleRepository } from './sample-repository.ts';

interface Wrong {
  files?: Record<string, string>;
  set?(sample: SampleRepository): void;
  args?: string[];
  says: RegExp;
}

const own = (check: string) => guardrailPage({ id: 'own', priority: 'P1', check, bad: 'x', good: 'y' });
const script = (module: string) => ({
  'harness/guardrails/own.md': own('kind: script\nmodule: harness/own.mjs'),
  'harness/own.mjs': module,
});
const incomplete = 'guardrail own failed, so this report is not complete: ';

/** What is the user's to set right ends with exit code 2, never as a fault of ours. */
const wrong: Record<string, Wrong> = {
  'a file where the harness should be': {
    set: ({ root }) => {
      fs.rmSync(path.join(root, 'harness'), { recursive: true });
      fs.writeFileSync(path.join(root, 'harness'), '');
    },
    says: /harness is no folder\.\nGive it another name/,
  },
  'a script that throws': {
    files: script('export default { check() { throw new Error("no"); } };'),
    says: new RegExp(`${incomplete}harness/own\\.mjs:1`),
  },
  'a script that ends the process': {
    files: script('process.exit(0);'),
    says: new RegExp(`${incomplete}harness/own\\.mjs ended the process`),
  },
  'a script that answers in our place': {
    files: script(
      'export default { check() { process.send(null); process.send("x"); process.send({ type: "answer", id: 4, value: "junk" }); return new Promise(() => {}); } };',
    ),
    says: new RegExp(`${incomplete}harness/own\\.mjs answered with what is no answer\\. A check reports`),
  },
  'a program whose name no system takes': {
    files: { 'harness/guardrails/own.md': own('kind: tool\nrun: ["a\\0b"]\noutput: sarif') },
    says: new RegExp(`${incomplete}.* did not start`),
  },
  'a revision that no system takes': { args: ['check', '--since', 'a\0b'], says: /"a\\u0000b" is no revision of this repository/ },
  'settings of git that it cannot read': {
    files: { '.git/config': '[core\n' },
    says: /git ls-files .* failed in .*: fatal: bad config line 1/,
  },
  'a baseline that is a link out of the repository': {
    set: ({ root }) => fs.symlinkSync('/etc/hostname', path.join(root, 'harness/baseline.json')),
    args: ['check', '--update-baseline'],
    says: /harness\/baseline\.json is (?:no regular file|a link)/,
  },
  'rules to import that lie outside': {
    files: { 'sgconfig.yml': 'ruleDirs: [../../..]\n' },
    args: ['guardrail', 'import', '.'],
    says: /left {2}sgconfig\.yml: \.\.\/\.\.\/\.\. is no folder of this repository/,
  },
  'rules to import that are no YAML': {
    files: { 'sgconfig.yml': '[1,' },
    args: ['guardrail', 'import', '.'],
    says: /sgconfig\.yml names no ruleDirs/,
  },
};

describe('a set-up that is wrong is said, and is no fault of Tackroom', () => {
  for (const [name, { args = ['check'], files = {}, says, set }] of Object.entries(wrong)) {
    it(name, async () => {
      const sample = sampleRepository({ ...sampleHarness, 'a.ts': 'a();\n' });
      try {
        sample.commit();
        sample.write(files);
        set?.(sample);
        const { code, stderr, stdout } = await sample.tackroom(args);
        assert.match(stderr + stdout, says);
        assert.equal(code, name.includes('lie outside') ? 0 : 2, stderr);
      } finally {
        sample.remove();
      }
    });
  }
});
