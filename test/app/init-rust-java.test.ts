import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { forecastInit } from '#app/init.ts';
import { type EmptyRepository, emptyRepository } from './empty-repository.ts';

describe('app/init for Rust and Java', () => {
  let repository: EmptyRepository;

  beforeEach(() => {
    repository = emptyRepository();
  });

  afterEach(() => repository.remove());

  const write = (file: string, text: string) => repository.write(file, text);
  const plan = () => repository.plan();
  const idsOf = ({ changes }: Awaited<ReturnType<typeof plan>>) =>
    changes.flatMap(({ path: file }) => /^harness\/guardrails\/(.+)\.md$/.exec(file)?.[1] ?? []);
  const findingsOf = async (id: string) => (await forecastInit(await plan(), () => {}))?.guardrails.find((one) => one.id === id)?.findings;

  test('a crate gets the guardrails of Rust, and hears how many breaches each has today', async () => {
    write('Cargo.toml', '[package]\nname = "shop"\n');
    write('src/lib.rs', 'pub fn client() -> reqwest::Client {\n    reqwest::Client::new()\n}\n');
    const planned = await plan();
    const ids = idsOf(planned);
    for (const id of [
      'async-does-not-block-rust',
      'network-deadline-rust',
      'no-swallowed-errors-rust',
      'unsafe-says-why',
      'no-force-push',
    ]) {
      assert.ok(ids.includes(id), id);
    }
    for (const id of ['network-deadline-java', 'interrupts-are-kept', 'fetch-deadline', 'no-print-rust']) assert.ok(!ids.includes(id), id);
    assert.ok(planned.offered.some(({ id }) => id === 'no-print-rust'));
    assert.ok(!planned.offered.some(({ id }) => id === 'no-print-java'));
    assert.equal(await findingsOf('network-deadline-rust'), 1);
  });

  test('a project in Java gets those of Java', async () => {
    write('pom.xml', '<project/>');
    write('src/main/java/Shop.java', 'class Shop {\n    HttpClient client = HttpClient.newHttpClient();\n}\n');
    const planned = await plan();
    const ids = idsOf(planned);
    for (const id of ['network-deadline-java', 'interrupts-are-kept', 'log-placeholders', 'no-swallowed-errors-java', 'no-force-push']) {
      assert.ok(ids.includes(id), id);
    }
    for (const id of ['network-deadline-rust', 'unsafe-says-why', 'fetch-deadline', 'no-print-java']) assert.ok(!ids.includes(id), id);
    assert.ok(planned.offered.some(({ id }) => id === 'one-logger-java'));
    assert.equal(await findingsOf('network-deadline-java'), 1);
  });
});
