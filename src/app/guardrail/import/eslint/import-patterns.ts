import { escapeRegex } from '../selector/rust-regex.ts';

/**
 * What a group of patterns forbids, as regular expressions over the text of an import: one that must match, and one that
 * must not. Undefined where they cannot be told so. Patterns are those of .gitignore, as ESLint reads them.
 */
export function groupRegexes(group: readonly string[]): { match: string; except?: string } | undefined {
  const firstDenied = group.findIndex((pattern) => pattern.startsWith('!'));
  const wanted = firstDenied === -1 ? group : group.slice(0, firstDenied);
  const denied = firstDenied === -1 ? [] : group.slice(firstDenied);
  if (wanted.length === 0 || denied.some((pattern) => !pattern.startsWith('!')) || group.some((pattern) => /[[\]\\{}]/.test(pattern)))
    return undefined;
  const match = wanted.map(regexOf).join('|');
  const exceptions = denied.map((pattern) => pattern.slice(1));
  // What lies in a folder that is left out cannot be taken in again.
  if (exceptions.some((pattern) => /[*?]/.test(pattern) || parentsOf(pattern).some((parent) => new RegExp(match).test(parent))))
    return undefined;
  return { match, ...(exceptions.length === 0 ? {} : { except: exceptions.map(regexOf).join('|') }) };
}

function parentsOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function regexOf(pattern: string): string {
  const isFolder = pattern.endsWith('/');
  const body = pattern.replace(/^\//, '').replace(/\/$/, '');
  const anchored = pattern.startsWith('/') || body.includes('/');
  const parts = body.split(/(\*\*\/|\/\*\*$|\*+|\?)/).map((part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '/**') return '/.*';
    if (part === '?') return '[^/]';
    return /^\*+$/.test(part) ? '[^/]*' : escapeRegex(part);
  });
  return `${anchored ? '^' : '(?:^|/)'}${parts.join('')}${isFolder ? '/' : '(?:/|$)'}`;
}
