import { renderSection } from './agents-section.ts';
import type { Home } from './homes.ts';

/** The section of AGENTS.md that leads through a task: `template` with how Tackroom is called here, and where pages lie. */
export function renderHub(template: string, call: string, homes: readonly Home[]): string {
  const places = new Map<string, string>(homes.map((home) => [home.kind, placesOf(home)]));
  return renderSection(
    template.replaceAll('{{tackroom}}', call).replace(/\{\{(\w+)\}\}/g, (mark, kind: string) => places.get(kind) ?? mark),
  );
}

/** Links to folders, so that who follows them from AGENTS.md reaches every page. */
function placesOf({ folders, used, elsewhere }: Home): string {
  return [...elsewhere, ...(used || elsewhere.length === 0 ? folders : [])].map((folder) => `[${folder}](${folder}/)`).join(', ');
}
