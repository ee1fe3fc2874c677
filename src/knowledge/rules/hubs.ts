import type { Fault, GardenFacts } from './fault.ts';

const mostLines = 100;

/** AGENTS.md at the top is what every session of every agent begins with. */
export function* hubs({ graph }: GardenFacts): Generator<Fault> {
  const hub = graph.documents.get('AGENTS.md');
  if (hub === undefined) return;
  const lines = hub.text.replace(/\n+$/, '').split('\n').length;
  if (lines > mostLines)
    yield {
      rule: 'long-hub',
      path: hub.path,
      quote: '',
      message: `AGENTS.md has ${lines} lines; more than ${mostLines} are skimmed, not read.`,
    };
  if (hub.entries.every(({ isNumbered }) => !isNumbered))
    yield {
      rule: 'hub-steps',
      path: hub.path,
      quote: '',
      message: 'AGENTS.md has no numbered steps, so every agent goes about its work in another order.',
    };
}
