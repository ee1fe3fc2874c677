import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { freshSchemas } from '../../scripts/write-schemas.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'schema');
const fresh = freshSchemas();

describe('published schemas', () => {
  it('are all committed, and nothing else is', () => assert.deepEqual(fs.readdirSync(folder).sort(), [...fresh.keys()].sort()));

  for (const [name, text] of fresh) {
    it(`${name} is what its record says (npm run schemas writes it)`, () => {
      assert.equal(fs.readFileSync(path.join(folder, name), 'utf8'), text);
    });

    it(`${name} has a dialect, an id, a title and a description`, () => {
      const schema = JSON.parse(text);
      assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
      assert.equal(schema.$id, `urn:tackroom:schema:${name.replace('.json', '')}`);
      assert.match(schema.title, /^Tackroom /);
      assert.ok(schema.description);
    });
  }

  it('let editors name the schema in a page', () => {
    for (const name of ['guardrail', 'persona', 'harness-settings']) {
      assert.ok(JSON.parse(fresh.get(`${name}.json`) ?? '{}').properties.$schema, name);
    }
  });

  it('do not ask for settings that have a default', () => {
    assert.deepEqual(JSON.parse(fresh.get('harness-settings.json') ?? '{}').required, ['version']);
  });
});
