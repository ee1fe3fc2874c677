import type { StackCheck } from '#kernel/records/guardrail.ts';
import type { LibrarySource, Sighting } from './library-source.ts';

/** An entry of the page's lists, and whether it may be used. */
export interface Choice {
  entry: string;
  allowed: boolean;
}

/** Which entry a sighting falls under: the longest that is the library itself or what it lies below. Undefined for other libraries. */
export function choiceTest(check: StackCheck, source: LibrarySource): (sighting: Sighting) => Choice | undefined {
  const { canonical, separators } = source;
  const entries = [...new Set([...check.allowed, ...check.known])]
    .map((entry) => ({ entry, name: canonical(entry), allowed: check.allowed.includes(entry) }))
    .sort((a, b) => b.name.length - a.name.length);
  return ({ names }) => {
    const seen = names.map(canonical);
    const isUnder = (name: string) => seen.some((one) => one === name || separators.some((mark) => one.startsWith(name + mark)));
    const found = entries.find(({ name }) => isUnder(name));
    return found && { entry: found.entry, allowed: found.allowed };
  };
}

/** Whether a text can name any of the libraries: cheap, and never wrong when it says no. */
export function mentionTest(check: StackCheck): (text: string) => boolean {
  const words = [...check.allowed, ...check.known].map(longestPart).map((part) => part.replace(/[-_]+/g, '[-_.]+'));
  const regex = new RegExp([...new Set(words)].join('|'), 'i');
  return (text) => regex.test(text);
}

/** `from google.cloud import logging` holds the parts of `google.cloud.logging`, and not the whole. */
function longestPart(entry: string): string {
  const [longest = entry] = entry.split(/[./:]+/).sort((a, b) => b.length - a.length);
  return longest.replace(/[*+?^${}()|[\]\\]/g, '\\$&');
}
