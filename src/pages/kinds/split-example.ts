import type { Example } from '#kernel/records/guardrail-page.ts';
import { pathMistake } from './path-mistake.ts';

export interface SplitExample {
  files: Example['files'];
  /** Each with the line of the fence's text that it is about, from 0. */
  mistakes: { line: number; message: string }[];
}

/**
 * The files of an example. Only one that begins with a line `--- path/to/file` has several: elsewhere such a line is
 * text, as in a diff.
 */
export function splitExample(text: string): SplitExample {
  if (pathOf(text.split('\n', 1)[0] ?? '') === undefined) return { files: [{ text }], mistakes: [] };
  const files: { path: string; lines: string[] }[] = [];
  const mistakes: SplitExample['mistakes'] = [];
  for (const [line, content] of text.split('\n').entries()) {
    const path = pathOf(content);
    if (path === undefined) {
      files.at(-1)?.lines.push(content);
      continue;
    }
    const mistake = pathMistake(path) ?? (files.some((file) => file.path === path) ? 'is here twice' : undefined);
    if (mistake !== undefined) mistakes.push({ line, message: `The path \`${path}\` ${mistake}.` });
    files.push({ path, lines: [] });
  }
  return { files: files.map(({ path, lines }) => ({ path, text: lines.join('\n') })), mistakes };
}

function pathOf(line: string): string | undefined {
  return /^--- (\S.*?)[ \t]*$/.exec(line)?.[1];
}
