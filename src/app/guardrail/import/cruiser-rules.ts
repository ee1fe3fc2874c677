import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { MisuseError } from '#kernel/errors.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { runProcess } from '#platform/process/run-process.ts';

const side = z.record(z.string(), z.unknown()).default({});
const ruleSchema = z.looseObject({
  name: z.string().min(1),
  comment: z.string().optional(),
  severity: z.string().default('warn'),
  from: side,
  to: side,
});
const configSchema = z.looseObject({
  forbidden: z.array(ruleSchema).default([]),
  allowed: z.array(z.looseObject({ from: side, to: side })).default([]),
  allowedSeverity: z.string().default('warn'),
  required: z.array(z.unknown()).default([]),
  extends: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((names) => [names].flat()),
});

export type CruiserRule = z.infer<typeof ruleSchema>;
export type CruiserConfig = z.infer<typeof configSchema>;

const timeLimitMs = 10_000;
const marker = 'tackroom-config:';

/** One file of a dependency-cruiser configuration. One in JavaScript is run, in a process with a time limit. */
export async function readCruiserFile(root: string, file: string, signal?: AbortSignal): Promise<CruiserConfig> {
  const text = file.endsWith('.json') ? (readInside(root, file) ?? '') : await runConfig(root, file, signal);
  const parsed = configSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new MisuseError(`${file} could not be read as a configuration of dependency-cruiser.`, {
    code: 'invalid-config',
    facts: { file },
    fix: 'Run dependency-cruiser with it, and mend what that says.',
  });
}

async function runConfig(root: string, file: string, signal?: AbortSignal): Promise<string> {
  const url = pathToFileURL(path.join(root, file)).href;
  const script = `const { default: config } = await import(${JSON.stringify(url)}); console.log('\\n${marker}' + JSON.stringify(config));`;
  const options = { cwd: root, timeoutMs: timeLimitMs };
  const { stdout } = await runProcess([process.execPath, '--input-type=module', '--eval', script], options, signal);
  return (
    stdout
      .split('\n')
      .findLast((line) => line.startsWith(marker))
      ?.slice(marker.length) ?? ''
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
