/**
 * The product as far as it exists, in the order of its loop. A surface calls one step and loads no other: what a step
 * needs (parsers, native code) is not paid for by those that never reach it.
 */
export const flow = {
  /** A harness is put into a repository ... */
  init: () => import('./init.ts'),
  /** ... guardrails are written into it ... */
  newGuardrail: () => import('./guardrail/new-guardrail.ts'),
  listSuppressions: () => import('./guardrail/list-suppressions.ts'),
  importGuardrails: () => import('./guardrail/import-guardrails.ts'),
  listGuardrails: () => import('./guardrail/list-guardrails.ts'),
  /** ... and proven by their own examples; ... */
  testGuardrails: () => import('./guardrail/test-guardrails.ts'),
  /** ... before a task is planned somebody reads what bears on it; ... */
  ground: () => import('./ground/ground-task.ts'),
  briefOfTicket: () => import('./ground/brief-of-ticket.ts'),
  sayReading: () => import('./ground/say-reading.ts'),
  guidance: () => import('./guidance/guidance-for.ts'),
  /** ... an agent at work hears of them at the moment it breaks one ... */
  answerHook: () => import('./hook.ts'),
  /** ... sooner where a daemon answers; ... */
  daemonControl: () => import('./daemon-control.ts'),
  /** ... and every file is checked against them. */
  check: () => import('./check.ts'),
  failedReport: () => import('./check/failed-report.ts'),
  /** The same again after each change. */
  watch: () => import('./watch.ts'),
  /** What has a fix is mended. */
  fix: () => import('./fix.ts'),
  /** What the pages say of each other and of the files is held against what is there. */
  garden: () => import('./garden/garden.ts'),
  writeReport: () => import('./check/write-report.ts'),
  /** Why something was said, or held back, can be asked. */
  explainSession: () => import('./explain/explain-session.ts'),
  /** How good what is said is, on labelled cases. */
  evalGuidance: () => import('./eval/eval-guidance.ts'),
  /** Where an agent heard of nothing, a person is told. */
  hookSilence: () => import('./check/hook-silence.ts'),
  /** What an agent cannot know it asks a person, from its sandbox too ... */
  ask: () => import('./inbox/ask.ts'),
  pickUpMailbox: () => import('./inbox/pick-up-mailbox.ts'),
  /** ... and what the person answers reaches it, and is kept. */
  answer: () => import('./inbox/answer.ts'),
  /** What an MCP client stands in, and must know. */
  mcp: () => import('./mcp/mcp-place.ts'),
  /** All of it on a sample project, offline. */
  rehearse: () => import('./rehearse.ts'),
  callName: () => import('./harness/call-name.ts'),
  version: () => import('./harness/package-version.ts'),
};
