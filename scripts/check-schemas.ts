// Fails where a file under schema/ is not what the records make, is missing, or belongs to no record any more.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './check-steps.ts';
import { freshSchemas } from './write-schemas.ts';

const folder = path.join(root, 'schema');
const fresh = freshSchemas();
const present = existsSync(folder) ? readdirSync(folder) : [];
const stale = [...new Set([...fresh.keys(), ...present])].filter((name) => {
  return !present.includes(name) || readFileSync(path.join(folder, name), 'utf8') !== fresh.get(name);
});

if (stale.length > 0) {
  console.error(`Not what the records make: ${stale.map((name) => `schema/${name}`).join(', ')}`);
  process.exitCode = 1;
}
