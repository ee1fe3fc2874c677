import { isMap, parseDocument } from 'yaml';
import type { HookAgent } from '#kernel/records/hook.ts';

/** Settings in which `agents` names just these; every other character stays as it is. */
export function nameAgents(yaml: string, agents: readonly HookAgent[]): string {
  const list = `[${agents.join(', ')}]`;
  const place = placeOf(yaml);
  if (place !== undefined) return yaml.slice(0, place.start) + list + yaml.slice(place.end);
  const eol = yaml.includes('\r\n') ? '\r\n' : '\n';
  return `${yaml}${yaml === '' || yaml.endsWith('\n') ? '' : eol}agents: ${list}${eol}`;
}

/** Where the value of `agents` stands, without the line ends that a list in lines has as its own; undefined where it is not there. */
function placeOf(yaml: string): { start: number; end: number } | undefined {
  const { contents } = parseDocument(yaml);
  const range = isMap(contents) ? contents.get('agents', true)?.range : undefined;
  if (range === null || range === undefined) return undefined;
  const [start, end] = range;
  return { start, end: start + yaml.slice(start, end).trimEnd().length };
}
