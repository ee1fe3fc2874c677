import { GuardrailError } from '../errors.ts';
import { asObject, asString, type Json, type JsonObject } from '../imports/typescript/json.ts';
import { parseJson } from '../report/parse-json.ts';
import { asPosition } from './as-position.ts';
import type { ToolOutput, ToolResult } from './tool-result.ts';

/** ESLint's `json` format: files with messages. A message without a rule is about the run: a file that does not parse, or was ignored. */
export function readEslintJson(text: string, what: string): ToolOutput {
  const files = parseJson(text, what);
  if (!Array.isArray(files)) throw notEslint(what);
  const output: ToolOutput = { results: [], notes: [] };
  for (const value of files) {
    const file = asObject(value);
    const path = asString(file?.filePath);
    if (file === undefined || path === undefined || !Array.isArray(file.messages)) throw notEslint(what);
    for (const message of file.messages) addMessage(output, path, asObject(message) ?? {});
  }
  return output;
}

function addMessage(output: ToolOutput, path: string, message: JsonObject): void {
  const words = asString(message.message) ?? '';
  const rule = asString(message.ruleId);
  if (rule !== undefined) output.results.push({ rule, path, message: words, ...placeOf(message) });
  else if (message.fatal === true) output.notes.push(`${path}: ${words}`);
}

function placeOf(message: Readonly<Record<string, Json>>): Pick<ToolResult, 'line' | 'column' | 'endLine' | 'endColumn'> {
  return {
    ...asPosition('line', message.line),
    ...asPosition('column', message.column),
    ...asPosition('endLine', message.endLine),
    ...asPosition('endColumn', message.endColumn),
  };
}

function notEslint(what: string): GuardrailError {
  return new GuardrailError(`${what} is JSON, and not ESLint's list of files with messages`, {
    code: 'bad-output',
    fix: 'Have the program print that format (ESLint: --format json), or check `output` of the page.',
  });
}
