import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import { serveThread } from '#platform/process/serve-thread.ts';
import { factFinder, type TextFacts } from './text-facts.ts';

/** Texts by their paths. */
export type FactQuestion = readonly (readonly [path: string, text: string])[];

/** Facts of each text, in the order they were asked for. */
export type FactAnswer = readonly (TextFacts | undefined)[];

// The entry of a thread that `Reading` starts with the rules.
serveThread((rules) => {
  const factsOf = factFinder(rules as readonly CompiledRule[]);
  return (texts): FactAnswer => (texts as FactQuestion).map(([path, text]) => factsOf(path, text));
});
