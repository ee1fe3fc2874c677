import { adapters } from '#agents/adapters.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { renderSection } from './agents-section.ts';
import type { SetupPlan } from './setup-plan.ts';
import { readShipped } from './starter-files.ts';
import type { WiredAgent } from './wired-agents.ts';

/** Plans the wires of each agent, the files that are all ours, and that its own guide leads to AGENTS.md. */
export function addAgents(
  setup: SetupPlan,
  agents: readonly WiredAgent[],
  { root, packageFolder }: { root: string; packageFolder: string },
): void {
  for (const { adapter } of agents) {
    const { wiring, files, guide } = adapter;
    if (wiring.format !== 'plugin') setup.addHooks(wiring);
    for (const { path, shipped } of files) setup.addFile({ path, text: readShipped(packageFolder, shipped), role: 'machinery' });
    if (guide !== undefined && !leads(readInside(root, guide.path))) setup.addSection(guide.path, renderSection(guide.line));
  }
  noteUnnamed(setup, agents, root);
}

/** Agents that the settings do not name any more keep their hooks: a person decides. */
function noteUnnamed(setup: SetupPlan, agents: readonly WiredAgent[], root: string): void {
  const named = new Set(agents.map(({ adapter }) => adapter));
  for (const adapter of adapters.filter((one) => !named.has(one))) {
    const { wiring } = adapter;
    if (readInside(root, wiring.file)?.includes('harness/hook.mjs') === true)
      setup.notes.push({
        path: wiring.file,
        reason: `still calls our hook for ${wiring.title}, which the settings do not name: take it out by hand`,
      });
  }
}

/** Our own section may have to be renewed; a person's words are enough. */
function leads(guide: string | undefined): boolean {
  return guide?.includes('AGENTS.md') === true && !guide.includes('tackroom:start');
}
