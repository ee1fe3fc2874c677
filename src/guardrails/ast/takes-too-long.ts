import { shortHash } from '#kernel/short-hash.ts';
import { runSync } from '#platform/process/run-sync.ts';
import type { AstLanguage } from './ast-language.ts';
import { loadEngine } from './engine.ts';
import { isRepetitive } from './is-repetitive.ts';

/** The start of a process on a busy machine included. */
const timeoutMs = 3_000;
/** After so many that were too slow no other is tried: a folder full of them must not cost an hour. */
const mostTried = 10;

/** Opens the same addon as we, and parses. */
const script = `
const held = { exports: {} };
process.dlopen(held, process.argv[1]);
const { grammars, language, text } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
if (grammars !== undefined) held.exports.registerDynamicLanguage(grammars);
held.exports.parse(language, text).root();
`;

const verdicts = new Map<string, boolean>();
let slow = 0;
let mayTry = true;

/** Whether texts that look slow may be tried: who waits for a hook cannot wait for that, and they are passed over untried. */
export function allowTrying(allowed: boolean): void {
  mayTry = allowed;
}

/**
 * Whether a text cannot be parsed in a reasonable time. tree-sitter as ast-grep has it cannot be stopped, so a text that looks
 * as if (`isRepetitive`) is first parsed in a process that can.
 */
export function takesTooLong(language: AstLanguage, text: string): boolean {
  if (!isRepetitive(text)) return false;
  if (!mayTry) return true;
  const key = `${language} ${text.length} ${shortHash(text)}`;
  const known = verdicts.get(key);
  if (known !== undefined) return known;
  const verdict = slow >= mostTried || isStopped(language, text);
  if (verdict) slow++;
  verdicts.set(key, verdict);
  return verdict;
}

/** Where no process can be started, there is nothing to tell by. */
function isStopped(language: AstLanguage, text: string): boolean {
  const place = loadEngine().placeOf(language);
  if (place === undefined) return false;
  const { grammars, library } = place;
  const { NODE_OPTIONS: _, ...env } = process.env;
  const command = [process.execPath, '--eval', script, library];
  const input = JSON.stringify({ grammars, language, text });
  return runSync(command, { cwd: '/', timeoutMs, input, env }).signal !== undefined;
}
