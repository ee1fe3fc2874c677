import type { Guardrail } from './guardrail.ts';

/** A fence of a guardrail's `## Examples`: one test of the rule. */
export interface Example {
  verdict: 'bad' | 'good' | 'fixed';
  /** The word after the fence's ticks: ts, tsx, js, sh, text ... */
  language: string;
  /** From `path="..."` on the fence; else the checker makes one up from the language and the page's globs. */
  path?: string;
  /** The fence split at its `--- path` lines; one file without a path where there are none. */
  files: { path?: string; text: string }[];
  /** Line of the opening fence in the page, from 1. */
  line: number;
}

/** A guardrail page, read and validated. */
export interface GuardrailPage {
  kind: 'guardrail';
  /** Path relative to the repository. */
  path: string;
  guardrail: Guardrail;
  /** First paragraph of the body: what an agent reads. */
  message: string;
  /** Text of `## Fix` as plain text; empty where the page has none. */
  remedy: string;
  /** Path of the first runbook that the page links to, relative to the repository. */
  runbook?: string;
  examples: Example[];
}
