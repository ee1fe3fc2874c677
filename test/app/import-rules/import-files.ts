import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Piece } from '../../../src/app/import-rules/piece.ts';
import { findImportableRules, planImport, type RulesImport } from '../../../src/app/import-rules/plan-import.ts';
import type { Unit } from '../../../src/app/import-rules/unit.ts';

/** What an import makes of a repository with these files, and of what. */
export interface ImportedFiles extends RulesImport {
  pieces: Piece[];
  units: Unit[];
  /** Text of a made file; '' where there is none. */
  text: (path: string) => string;
}

export function importFiles(files: Readonly<Record<string, string>>, known: readonly string[] = []): ImportedFiles {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tackroom-import-rules-')));
  try {
    for (const [file, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      fs.writeFileSync(path.join(root, file), text);
    }
    const names = Object.keys(files);
    const importable = findImportableRules(root, names, known);
    const made = planImport(root, { files: names, written: [] }, importable);
    const pieces = importable.sources.flatMap((source) => source.pieces);
    return { ...made, pieces, units: importable.units, text: (file) => made.files.find((one) => one.path === file)?.text ?? '' };
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}
