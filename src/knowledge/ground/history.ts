import type { History } from '../ground-index.ts';
import { noPostings } from './postings.ts';

export const noHistory: History = {
  tip: '',
  ids: () => '',
  times: new Uint32Array(),
  messages: noPostings,
  fileStarts: new Uint32Array(1),
  files: new Uint32Array(),
  paths: [],
};

export function filesOf({ fileStarts, files }: History, commit: number): Uint32Array {
  return files.subarray(fileStarts[commit] ?? 0, fileStarts[commit + 1] ?? 0);
}
