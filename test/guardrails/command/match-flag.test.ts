import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { checkCommand } from '#guardrails/check-command.ts';
import { compileRules } from '#guardrails/compile-rules.ts';
import { checkSchema } from '#kernel/records/guardrail.ts';
import { makePage } from '../make-page.ts';

suite('a flag that ends in an equals sign', () => {
  const check = checkSchema.parse({ kind: 'command', deny: [{ program: 'mysql', anyFlag: ['-p=', '--password='] }] });
  const { compiled } = compileRules([makePage('no-password', check)], { engine: '', pagesHash: '' });
  const lines: [line: string, isDenied: boolean][] = [
    ['mysql -psecret shop', true],
    ['mysql -u root -p"$SECRET" shop', true],
    ['mysql --password=secret shop', true],
    ['sh -c "mysql -psecret"', true],
    ['mysql -p shop', false],
    ['mysql --password shop', false],
    ['mysql --password= shop', false],
    ['mysql --password-file=x shop', false],
    ['mysql -u psecret', false],
    ['mysql -- -psecret', false],
    ['mariadb -psecret', false],
  ];
  for (const [line, isDenied] of lines)
    test(`${isDenied ? 'is in' : 'is not in'}: ${line}`, () => {
      assert.equal(checkCommand(compiled.rules, line).hits.length, isDenied ? 1 : 0);
    });
});
