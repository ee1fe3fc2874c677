import { findEach } from '../find-each.ts';
import type { LibrarySource } from '../library-source.ts';
import { pythonName } from './python-name.ts';

const requirement = /^[ \t]*(?<name>[A-Za-z0-9][\w.-]*)(?=[ \t]*(?:\[|[<>=!~;@#,]|$))/gm;

export const requirements: LibrarySource = {
  kind: 'manifest',
  speaks: (path) => /(?:^|\/)[\w.-]*(?:requirements|constraints)[\w.-]*\.(?:txt|in)$|(?:^|\/)requirements\/[^/]+\.(?:txt|in)$/.test(path),
  canonical: pythonName,
  separators: [],
  read: (_path, text) => findEach(text.replace(/\r|^\uFEFF/g, ' '), requirement),
};
