import { GuardrailError } from '../errors.ts';
import { asObject, asString, type Json, type JsonObject } from '../imports/typescript/json.ts';
import { parseJson } from '../report/parse-json.ts';
import { asPosition } from './as-position.ts';
import type { ToolOutput, ToolResult } from './tool-result.ts';

/** SARIF 2.1.0: the results of all runs that are failures and are not suppressed. */
export function readSarif(text: string, what: string): ToolOutput {
  const runs = asObject(parseJson(text, what))?.runs;
  if (!Array.isArray(runs)) throw notSarif(what);
  const output: ToolOutput = { results: [], notes: [] };
  for (const value of runs) addRun(output, asObject(value) ?? {}, what);
  return output;
}

function addRun(output: ToolOutput, run: JsonObject, what: string): void {
  for (const invocation of objects(run.invocations)) {
    if (invocation.executionSuccessful === false) output.notes.push(`${what} says that it did not end well${problemOf(invocation)}`);
  }
  const rules = objects(asObject(asObject(run.tool)?.driver)?.rules);
  const bases = asObject(run.originalUriBaseIds) ?? {};
  const byId = new Map(rules.toReversed().map((rule) => [rule.id, rule]));
  for (const result of objects(run.results)) if (isFailure(result)) output.results.push(toResult(result, { rules, byId }, bases));
}

/** A result that passed, is accepted, or has gone since the last run is none. */
function isFailure({ kind, suppressions, baselineState }: JsonObject): boolean {
  if (kind !== undefined && kind !== 'fail' && kind !== 'open' && kind !== 'review') return false;
  if (baselineState === 'absent') return false;
  return !objects(suppressions).some(({ status }) => status === undefined || status === 'accepted');
}

interface DescribedRules {
  rules: readonly JsonObject[];
  byId: ReadonlyMap<Json | undefined, JsonObject>;
}

function toResult(result: JsonObject, { byId, rules }: DescribedRules, bases: JsonObject): ToolResult {
  const index = result.ruleIndex ?? asObject(result.rule)?.index;
  const described = typeof index === 'number' ? rules[index] : undefined;
  const rule = asString(result.ruleId) ?? asString(asObject(result.rule)?.id) ?? asString(described?.id);
  const declared = described ?? byId.get(rule);
  const place = asObject(asObject(objects(result.locations)[0])?.physicalLocation);
  const path = pathOf(asObject(place?.artifactLocation), bases);
  const region = asObject(place?.region) ?? {};
  return {
    message: messageOf(asObject(result.message), declared),
    ...(rule === undefined ? {} : { rule }),
    ...(path === undefined ? {} : { path }),
    ...asPosition('line', region.startLine),
    ...asPosition('column', region.startColumn),
    ...endOf(region),
  };
}

/** Where only the end's column is given it is on the first line. */
function endOf(region: JsonObject): Pick<ToolResult, 'endLine' | 'endColumn'> {
  return { ...asPosition('endLine', region.endLine ?? region.startLine), ...asPosition('endColumn', region.endColumn) };
}

/** A path relative to a named folder gets that folder in front; one of the tool's own environment stays as it is. */
function pathOf(location: JsonObject | undefined, bases: JsonObject): string | undefined {
  const uri = asString(location?.uri);
  if (uri === undefined) return undefined;
  const base = asString(asObject(bases[asString(location?.uriBaseId) ?? ''])?.uri) ?? '';
  return decoded(/^[a-z][a-z+.-]+:/i.test(uri) || uri.startsWith('/') ? uri : base + uri);
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function messageOf(message: JsonObject | undefined, rule: JsonObject | undefined): string {
  const template = asString(message?.text) ?? asString(asObject(asObject(rule?.messageStrings)?.[asString(message?.id) ?? ''])?.text) ?? '';
  const values = Array.isArray(message?.arguments) ? message.arguments : [];
  return template.replace(/\{(\d+)\}/g, (placeholder, index: string) => asString(values[Number(index)]) ?? placeholder);
}

function problemOf(invocation: JsonObject): string {
  const [first] = objects(invocation.toolExecutionNotifications);
  const words = asString(asObject(first?.message)?.text) ?? asString(invocation.exitCodeDescription);
  return words === undefined ? '' : `: ${words}`;
}

function objects(value: Json | undefined): JsonObject[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => {
    const object = asObject(item);
    return object === undefined ? [] : [object];
  });
}

function notSarif(what: string): GuardrailError {
  return new GuardrailError(`${what} is JSON, and not SARIF: it has no list of runs`, {
    code: 'bad-output',
    fix: 'Have the program print SARIF 2.1.0, or check `output` of the page.',
  });
}
