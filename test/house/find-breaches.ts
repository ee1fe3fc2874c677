import { type ImportGraph, roomOf } from './import-graph.ts';

/** Lowest first. A room that is missing here has no place in the house. */
const floors = [
  ['kernel'],
  ['platform'],
  ['pages', 'agents', 'models', 'trackers', 'forges', 'store', 'inbox', 'engine'],
  ['guardrails', 'knowledge', 'delivery', 'review', 'evidence', 'signals', 'lessons', 'orchestrator'],
  ['app'],
  ['hooks', 'mcp', 'daemon', 'dashboard'],
  ['cli'],
];
const islandFloor = 3;
const handModules = /^(?:node:)?(?:fs|fs\/promises|child_process|net|tls|dgram|https?|http2|worker_threads|cluster)$/;
const handRooms = ['src/platform/', 'src/engine/postgres/'];

/** Rule 1, `down-only`: imports of a higher floor, and rooms that stand on no floor. */
export function findUpward(graph: ImportGraph): string[] {
  return edges(graph).flatMap(([from, to]) => {
    if (floorOf(from) === -1) return [`${from} is in a room without a floor`];
    return isOurs(to) && floorOf(to) > floorOf(from) ? [`${from} → ${to}`] : [];
  });
}

/** Rule 2, `islands`: a station that knows another. */
export function findBridges(graph: ImportGraph): string[] {
  const isStation = (file: string) => isOurs(file) && floorOf(file) === islandFloor;
  return edges(graph).flatMap(([from, to]) => (isStation(from) && isStation(to) && roomOf(from) !== roomOf(to) ? [`${from} → ${to}`] : []));
}

/** Rule 3, `hands`: files, processes and the network outside the rooms that may touch them. */
export function findHands(graph: ImportGraph): string[] {
  const mayTouch = (file: string) => handRooms.some((room) => file.startsWith(room));
  return edges(graph).flatMap(([from, to]) => (!mayTouch(from) && handModules.test(to) ? [`${from} → ${to}`] : []));
}

/** Rule 6, `no-circles`: each ring once, named by the file that comes first in the alphabet. */
export function findRings(graph: ImportGraph): string[] {
  const rings = new Set<string>();
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start !== -1) rings.add(nameRing(trail.slice(start)));
    if (start !== -1 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return [...rings];
}

function nameRing(ring: readonly string[]): string {
  const first = ring.indexOf([...ring].sort()[0] ?? '');
  const turned = [...ring.slice(first), ...ring.slice(0, first)];
  return [...turned, turned[0]].join(' → ');
}

function edges(graph: ImportGraph): [string, string][] {
  return [...graph].flatMap(([from, targets]) => targets.map((to): [string, string] => [from, to]));
}

function isOurs(file: string): boolean {
  return file.startsWith('src/');
}

function floorOf(file: string): number {
  return floors.findIndex((rooms) => rooms.includes(roomOf(file)));
}
