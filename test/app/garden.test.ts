import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { garden } from '#app/garden/garden.ts';
import type { Finding } from '#kernel/records/finding.ts';
import { gardenRepository, plantedFaults } from '../garden-repository.ts';
import type { PlantedFault } from '../garden-repository-records.ts';

const verbs = ['init', 'uninstall', 'doctor', 'check', 'guardrail', 'garden', 'hook', 'rehearse', 'review', 'ground'];

describe('a garden with sixty faults in it', () => {
  const roots: string[] = [];
  after(() => {
    for (const root of roots) fs.rmSync(root, { recursive: true, force: true });
  });
  const repository = (...about: Parameters<typeof gardenRepository>): string => {
    const root = gardenRepository(...about);
    roots.push(root);
    return root;
  };
  const look = async (root: string): Promise<Finding[]> => (await garden({ cwd: root, paths: [], priority: 'P3', verbs })).report.findings;

  it('finds nothing in the clean twin', async () => {
    assert.deepEqual((await look(repository('clean'))).map(say), []);
  });

  for (const variant of ['a', 'b']) {
    it(`finds each planted fault of variant ${variant} once, and nothing else`, async () => {
      const { missed, extra } = match(plantedFaults(variant), await look(repository('faulty', { variant })));
      assert.deepEqual({ missed, extra }, { missed: [], extra: [] });
    });
  }

  it('mends those that have one certain answer, and makes no others', async () => {
    const root = repository('faulty');
    const before = await look(root);
    await garden({ cwd: root, paths: [], priority: 'P3', verbs, mend: 'write' });
    const mendable = plantedFaults().filter(({ fix }) => fix);
    assert.ok(mendable.length >= 7);
    for (const { id, expect, fixed } of mendable)
      assert.ok(fs.readFileSync(path.join(root, expect.path), 'utf8').includes(fixed ?? ''), id);
    const left = await look(root);
    assert.deepEqual(
      match(mendable, left).missed,
      mendable.map(({ id }) => id),
    );
    const known = new Set(before.map(say));
    assert.deepEqual(
      left.map(say).filter((one) => !known.has(one)),
      [],
    );
  });

  it('changes nothing on a dry run, and shows what it would', async () => {
    const root = repository('faulty');
    const outcome = await garden({ cwd: root, paths: [], verbs, mend: 'show' });
    assert.match(outcome.mended?.diff ?? '', /^\+.*\(\.\.\/harness\/runbooks\/mend-a-finding\.md\)/m);
    assert.match(fs.readFileSync(path.join(root, 'docs/onboarding.md'), 'utf8'), /answer-a-finding\.md/);
  });
});

/** Which faults no finding is about, and which findings are about no fault. */
function match(faults: readonly PlantedFault[], findings: readonly Finding[]): { missed: string[]; extra: string[] } {
  const left = [...findings];
  const missed = faults.flatMap((fault) => {
    const at = left.findIndex((finding) => isAbout(finding, fault));
    if (at === -1) return [fault.id];
    left.splice(at, 1);
    return [];
  });
  return { missed, extra: left.map(say) };
}

function isAbout({ guardrail, path: file, range, message }: Finding, { rule, expect, or }: PlantedFault): boolean {
  return [expect, or].some(
    (place) =>
      place !== undefined &&
      guardrail === `garden/${rule}` &&
      file === place.path &&
      (place.line === undefined || range?.start.line === place.line) &&
      message.includes(place.mentions ?? ''),
  );
}

function say({ guardrail, path: file, range, message }: Finding): string {
  return `${guardrail} ${file}:${range?.start.line ?? ''} ${message}`;
}
