import { type HarnessSettings, harnessSettingsSchema } from '#kernel/records/harness-settings.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';
import { readInside } from '#platform/files/read-inside.ts';
import { checkData } from '../front-matter/check-data.ts';
import { normalizeText } from '../front-matter/normalize-text.ts';
import { parseYaml } from '../front-matter/parse-yaml.ts';
import type { Mistake } from '../mistake.ts';
import { filesUnder } from './files-under.ts';
import { unreadable } from './unreadable.ts';

const path = 'harness/harness.yaml';

export interface SettingsReading {
  settings: HarnessSettings;
  problems: PageProblem[];
}

/** The settings of a harness; the defaults where there are none or where they have a mistake. */
export function loadSettings(root: string): SettingsReading {
  const text = readInside(root, path);
  if (text === undefined)
    return { settings: defaults(), problems: filesUnder(root, 'harness').includes(path) ? [unreadable(root, path)] : [] };
  return readSettings(text);
}

function readSettings(text: string): SettingsReading {
  const { data, mistakes } = parse(normalizeText(text));
  return { settings: data ?? defaults(), problems: mistakes.map((mistake) => ({ path, ...mistake })) };
}

function parse(text: string): { data?: HarnessSettings; mistakes: Mistake[] } {
  const { source, mistakes } = parseYaml(text, 1);
  return source === undefined ? { mistakes } : checkData(harnessSettingsSchema, source);
}

function defaults(): HarnessSettings {
  return harnessSettingsSchema.parse({ version: 1 });
}
