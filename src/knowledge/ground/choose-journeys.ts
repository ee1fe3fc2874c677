import type { PageFacts } from '../ground-index.ts';
import type { Ranking } from './rank-task.ts';

export interface ChosenJourney {
  page: PageFacts;
  why: string;
}

const mostJourneys = 3;
/** Files in which routes and screens are looked for. */
const mostFiles = 12;
const leastShare = 0.35;

/** The journeys that a task may break: those that files which will likely be touched serve, and those that answer by their words. */
export function chooseJourneys(ranking: Ranking, pages: readonly PageFacts[], read: (path: string) => string | undefined): ChosenJourney[] {
  const texts = [...ranking.files].slice(0, mostFiles).map(([path, score]) => ({ path, score, text: read(path) ?? '' }));
  const best = Math.max(1e-9, ...ranking.pages.values());
  const found = pages.flatMap((page) => {
    if (page.kind !== 'journey') return [];
    const served = servedBy(page, texts);
    const score = (ranking.pages.get(page.path) ?? 0) / best + served.score;
    return score === 0 ? [] : [{ page, score, why: served.why ?? 'speaks of what the task is about' }];
  });
  const most = Math.max(0, ...found.map(({ score }) => score));
  return found
    .filter(({ score }) => score >= leastShare * most)
    .sort((a, b) => b.score - a.score || (a.page.path < b.page.path ? -1 : 1))
    .slice(0, mostJourneys)
    .map(({ page, why }) => ({ page, why }));
}

type Text = { path: string; score: number; text: string };

/** A file that has a route of the journey in it, or is called as one of its screens. */
function servedBy({ screens = [], routes = [] }: PageFacts, texts: readonly Text[]): { score: number; why?: string } {
  const most = Math.max(1e-9, ...texts.map(({ score }) => score));
  let best: { score: number; why?: string } = { score: 0 };
  for (const { path, score, text } of texts) {
    const route = routes.find((one) => hasRoute(text, one));
    const screen = screens.find((one) => isCalled(path, one));
    if (route === undefined && screen === undefined) continue;
    const what = screen === undefined ? `passes ${route}` : `shows the screen ${screen}`;
    if (score / most > best.score) best = { score: score / most, why: `${what}, which is in ${path}` };
  }
  return best;
}

/** `POST /api/orders/:id` stands in code as `/api/orders/`, with whatever the router calls its parts. */
function hasRoute(text: string, route: string): boolean {
  const fixed = route.replace(/^[A-Z]+ +/, '').split(/\/[:{<[*]/)[0] ?? '';
  if (fixed.length < 3) return false;
  const at = text.indexOf(fixed);
  return at !== -1 && !/[\w-]/.test(text.charAt(at + fixed.length));
}

function isCalled(path: string, screen: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]|page$|screen$|view$/g, '');
  return plain(screen).length > 2 && plain(name) === plain(screen);
}
