import { type UnitTerms, unitTerms } from './postings.ts';

/** What stands further down says little that is new. */
const mostChars = 60_000;

const declaration =
  /\b(?:function|class|interface|type|enum|struct|trait|impl|def|func|fn|const|let|var|val|module|object|record|CREATE TABLE|create table)\s+(?:\([^)]*\)\s*)?\*?([\p{L}_$][\p{L}\p{N}_$]*)/gu;

/** The words of a file: of its path, of what it declares, and of all its text. */
export function fileTerms(path: string, text: string): UnitTerms {
  const start = text.slice(0, mostChars);
  const declared = [...start.matchAll(declaration)].map(([, name]) => name).join(' ');
  const slash = path.lastIndexOf('/');
  return unitTerms([
    { text: path.slice(slash + 1).replace(/\.\w+$/, ''), weight: 5 },
    { text: path.slice(0, Math.max(0, slash)), weight: 2 },
    { text: declared, weight: 2 },
    { text: start, weight: 1 },
  ]);
}
