import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Ajv from 'ajv';

const require = createRequire(import.meta.url);
const read = (file: string): object => JSON.parse(readFileSync(file, 'utf8'));

/** The schema of SARIF 2.1.0 as its authors publish it, which comes with their matchers for tests. */
const matchers = path.dirname(require.resolve('@microsoft/jest-sarif'));
const ajv = new Ajv({ schemaId: 'id', meta: false, unknownFormats: 'ignore' });
ajv.addMetaSchema(read(require.resolve('ajv/lib/refs/json-schema-draft-04.json')));
const validate = ajv.compile(read(path.join(matchers, 'schemas/sarif-2.1.0-rtm.5.json')));

/** The log, if it is valid SARIF 2.1.0. */
export function validSarif(text: string): SarifLog {
  const log = JSON.parse(text);
  assert.ok(validate(log), ajv.errorsText(validate.errors));
  return log;
}

/** What the tests look at. */
interface SarifLog {
  runs: {
    tool: { driver: { name: string; version: string; rules: SarifRule[] } };
    invocations: { executionSuccessful: boolean; toolExecutionNotifications: { level: string; message: { text: string } }[] }[];
    results: SarifResult[];
  }[];
}

interface SarifRule {
  id: string;
  name: string;
  shortDescription: { text: string };
  fullDescription: { text: string };
  help: { text: string; markdown: string };
  defaultConfiguration: { level: string };
  properties: { priority: string; tags: string[] };
}

interface SarifResult {
  ruleId: string;
  ruleIndex?: number;
  level: string;
  message: { text: string };
  locations: { physicalLocation: { artifactLocation: { uri: string; uriBaseId: string }; region: Record<string, number> } }[];
  partialFingerprints: Record<string, string>;
  baselineState?: string;
  fixes?: { artifactChanges: { replacements: { deletedRegion: Record<string, number>; insertedContent: { text: string } }[] }[] }[];
  suppressions?: { kind: string; justification: string; status: string }[];
}
