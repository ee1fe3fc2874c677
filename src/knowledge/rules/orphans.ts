import type { KnowledgeDocument } from '#kernel/records/document.ts';
import { reachable } from '../walk-graph.ts';
import type { Fault, GardenFacts } from './fault.ts';

/** Documents that nobody finds who begins where agents and people begin. */
export function* orphans({ graph }: GardenFacts): Generator<Fault> {
  const reached = reachable(
    graph,
    [...graph.documents.values()].filter(isEntrance).map(({ path }) => path),
  );
  for (const document of graph.documents.values()) {
    if (!isMeantToBeFound(document) || reached.has(document.path)) continue;
    const message = `No link leads here from AGENTS.md, README.md, a guardrail, a persona, an automation or a lesson: nobody finds \`${document.path}\`.`;
    yield { rule: 'orphan', path: document.path, quote: '', message };
  }
}

const entranceKinds: readonly KnowledgeDocument['kind'][] = ['guardrail', 'persona', 'automation', 'lesson'];

/** What agents are given, and what code hosts show of a folder that people browse. */
function isEntrance({ path, kind }: KnowledgeDocument): boolean {
  if (entranceKinds.includes(kind)) return true;
  if (/^(?:docs|harness)\//.test(path)) return false;
  return /(?:^|\/)(?:AGENTS|CLAUDE|GEMINI|README)\.md$|^(?:WORKFLOW|CONTRIBUTING)\.md$|^\.cursor\/rules\/|^\.github\/(?:copilot-instructions|instructions\/)/i.test(
    path,
  );
}

function isMeantToBeFound({ path, kind }: KnowledgeDocument): boolean {
  return path.startsWith('docs/') || kind === 'runbook' || kind === 'journey';
}
