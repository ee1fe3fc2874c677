import path from 'node:path';
import { type Document, parseAllDocuments, parseDocument } from 'yaml';
import * as z from 'zod';
import { MisuseError } from '#kernel/errors.ts';
import { listFolder } from '#platform/files/list-folder.ts';
import { isFolder, readInside } from '#platform/files/read-inside.ts';

const projectSchema = z.looseObject({
  ruleDirs: z.array(z.string()).min(1),
  testConfigs: z.array(z.looseObject({ testDir: z.string(), snapshotDir: z.string().optional() })).default([]),
  utilDirs: z.array(z.string()).default([]),
});

const object = z.record(z.string(), z.unknown());
const ruleSchema = z.looseObject({ id: z.string().min(1), language: z.string(), rule: object });
const testSchema = z.looseObject({ id: z.string(), valid: z.array(z.string()).nullish(), invalid: z.array(z.string()).nullish() });
const snapshotSchema = z.looseObject({ id: z.string(), snapshots: z.record(z.string(), z.looseObject({ fixed: z.string().optional() })) });

/** A YAML document of a rule folder, and where it stands. */
interface Sourced<T> {
  /** Relative to the repository. */
  source: string;
  value: T;
}

export type AstGrepRule = z.infer<typeof ruleSchema>;

/** Everything that belongs to the rules of one `sgconfig.yml`. */
export interface AstGrepProject {
  /** Folder of `sgconfig.yml`, relative to the repository; '' is the repository itself. */
  base: string;
  /** `written`: the document as it stands in its file. */
  rules: (Sourced<AstGrepRule> & { written: string })[];
  utils: Sourced<AstGrepRule>[];
  valid: Map<string, string[]>;
  invalid: Map<string, string[]>;
  /** By the rule's id and the code: what its fix makes of it. */
  fixed: Map<string, Map<string, string>>;
  /** Documents that are no rule, test or snapshot. */
  strange: { source: string; why: string }[];
}

/** Reads `sgconfig.yml` and all it names; `config` is its path in the repository. */
export function readAstGrepProject(root: string, config: string): AstGrepProject {
  const base = path.posix.dirname(config) === '.' ? '' : path.posix.dirname(config);
  const settings = projectSchema.safeParse(plainOf(parseDocument(readInside(root, config) ?? '')));
  if (!settings.success) {
    throw new MisuseError(`${config} names no ruleDirs.`, {
      code: 'no-rule-folder',
      fix: 'Name the sgconfig.yml of the rules, or its folder.',
    });
  }
  const { ruleDirs, testConfigs, utilDirs } = settings.data;
  const project = emptyProject(base);
  const documents = (folder: string) => {
    const place = path.posix.join(base, folder);
    if (isFolder(root, place)) return documentsIn(root, place);
    project.strange.push({ source: config, why: `${folder} is no folder of this repository` });
    return [];
  };
  for (const each of ruleDirs.flatMap(documents)) keep(project, project.rules, each);
  for (const each of utilDirs.flatMap(documents)) keep(project, project.utils, each);
  for (const { testDir, snapshotDir = '__snapshots__' } of testConfigs) {
    for (const { source, value } of documents(testDir)) keepTest(project, source, value);
    const apart = path.posix.normalize(snapshotDir).startsWith('..') ? documents(path.posix.join(testDir, snapshotDir)) : [];
    for (const { source, value } of apart) keepTest(project, source, value);
  }
  return project;
}

/** Rules and their tests in a folder, or in a file, that no `sgconfig.yml` names. Other YAML there is no concern of ours. */
export function readLooseRules(root: string, place: string): AstGrepProject {
  const project = emptyProject('');
  const isWhole = place === '' || place.split('/').includes('node_modules'); // there is more than rules
  const isOne = /\.ya?ml$/.test(place) && !isFolder(root, place);
  if (isWhole || !(isOne || isFolder(root, place))) return project;
  for (const each of isOne ? documentsOf(root, place) : documentsIn(root, place)) {
    if (ruleSchema.safeParse(each.value).success) keep(project, project.rules, each);
    else if (testSchema.safeParse(each.value).success) keepTest(project, each.source, each.value);
  }
  return project;
}

function emptyProject(base: string): AstGrepProject {
  return { base, rules: [], utils: [], valid: new Map(), invalid: new Map(), fixed: new Map(), strange: [] };
}

interface YamlDocument {
  source: string;
  value: unknown;
  written: string;
}

function documentsIn(root: string, folder: string): YamlDocument[] {
  const files = listFolder(path.join(root, folder)).filter((file) => /\.ya?ml$/.test(file));
  return files.flatMap((file) => documentsOf(root, path.posix.join(folder, file)));
}

function documentsOf(root: string, source: string): YamlDocument[] {
  const text = readInside(root, source) ?? '';
  return parseAllDocuments(text).map((document) => {
    const [start = 0, , end = text.length] = document.range ?? [];
    return { source, value: plainOf(document), written: text.slice(start, end).trim() };
  });
}

/** Undefined where it is no YAML, or its aliases make too much of it. */
function plainOf(document: Document.Parsed | Document): unknown {
  if (document.errors.length > 0) return undefined;
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}

function keep(
  project: AstGrepProject,
  into: object[],
  { source, value, written }: { source: string; value: unknown; written: string },
): void {
  const rule = ruleSchema.safeParse(value);
  if (rule.success) into.push({ source, value: rule.data, written });
  else if (value !== null) project.strange.push({ source, why: 'it is no rule with `id`, `language` and `rule`, or no YAML' });
}

function keepTest(project: AstGrepProject, source: string, value: unknown): void {
  const snapshot = snapshotSchema.safeParse(value);
  const test = testSchema.safeParse(value);
  if (snapshot.success) {
    const pairs = Object.entries(snapshot.data.snapshots).flatMap(([code, { fixed }]) =>
      fixed === undefined ? [] : [[code, fixed] as const],
    );
    project.fixed.set(snapshot.data.id, new Map(pairs));
  } else if (test.success) {
    const { id, valid, invalid } = test.data;
    project.valid.set(id, [...(project.valid.get(id) ?? []), ...(valid ?? [])]);
    project.invalid.set(id, [...(project.invalid.get(id) ?? []), ...(invalid ?? [])]);
  } else if (value !== null) project.strange.push({ source, why: 'it is neither a test nor a snapshot' });
}
