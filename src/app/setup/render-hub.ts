import { renderSection } from './agents-section.ts';
import type { Home } from './homes.ts';

/**
 * The section of AGENTS.md that leads through a task: `template` with how Tackroom is called here, and where pages lie.
 * `exists`: whether a folder is there, or about to be. A row whose places are all missing goes.
 */
export function renderHub(
  template: string,
  call: string,
  { homes, exists }: { homes: readonly Home[]; exists: (folder: string) => boolean },
): string {
  const places = new Map<string, string>(homes.map((home) => [home.kind, placesOf(home, exists)]));
  const filled = template.replaceAll('{{tackroom}}', call).replace(/\{\{(\w+)\}\}/g, (mark, kind: string) => places.get(kind) ?? mark);
  return renderSection(filled.replace(/^\|[^|\n]*\|\s*\|\n/gm, ''));
}

/** Links to folders, so that who follows them from AGENTS.md reaches every page. */
function placesOf({ folders, elsewhere }: Home, exists: (folder: string) => boolean): string {
  return [...elsewhere, ...folders.filter(exists)].map((folder) => `[${folder}](${folder}/)`).join(', ');
}
