import path from 'node:path';

/** Relative links of a text that moves from one file to another, where they lead to something; what stands in code stays. */
export function rebaseLinks(text: string, move: { from: string; to: string; exists: (path: string) => boolean }): string {
  let inCode = false;
  return text
    .split('\n')
    .map((line) => {
      if (/^\s*(?:`{3,}|~{3,})/.test(line)) inCode = !inCode;
      return inCode ? line : rebaseLine(line, move);
    })
    .join('\n');
}

function rebaseLine(line: string, { from, to, exists }: { from: string; to: string; exists: (path: string) => boolean }): string {
  return line.replace(/(\]\()([^()\s#]+)(?=[#)\s])/g, (whole, before: string, target: string) => {
    if (/^(?:[a-z][\w+.-]*:|\/)/i.test(target)) return whole;
    const place = path.posix.join(path.posix.dirname(from), target);
    if (place.startsWith('..') || !exists(place.replace(/\/$/, ''))) return whole;
    return before + path.posix.relative(path.posix.dirname(to), place) + (target.endsWith('/') ? '/' : '');
  });
}
