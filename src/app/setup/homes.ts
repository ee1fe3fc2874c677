import path from 'node:path';
import { listFolder } from '#platform/files/list-folder.ts';
import { readInside } from '#platform/files/read-inside.ts';
import type { Note } from './file-change.ts';
import type { StarterFile } from './starter-files.ts';

/** Where pages of one kind lie in a repository. */
export interface Home {
  kind: HomeKind;
  /** Folders that Tackroom reads. */
  folders: readonly string[];
  /** Folders of the same kind that were there in another place. */
  elsewhere: string[];
}

const kinds = ['decisions', 'designs', 'plans', 'personas', 'runbooks', 'journeys'] as const;

export type HomeKind = (typeof kinds)[number];

const ours: Readonly<Record<HomeKind, readonly string[]>> = {
  decisions: ['docs/decisions'],
  designs: ['docs/design'],
  plans: ['docs/plans/active', 'docs/plans/completed'],
  personas: ['harness/personas'],
  runbooks: ['harness/runbooks'],
  journeys: ['harness/journeys'],
};

/** Folders in which teams and other tools keep the same. adr-tools begins with `doc/adr`, log4brains with `docs/adr`. */
const others: Readonly<Partial<Record<HomeKind, RegExp>>> = {
  decisions: /^(?:docs?\/)?(?:adrs?|architecture\/(?:decisions|adrs?)|decision-records?)(?=\/.*\.md$)/i,
  designs: /^(?:docs?\/)?(?:designs|design-docs|rfcs)(?=\/.*\.md$)/i,
  plans: /^docs?\/exec-plans(?=\/.*\.md$)/i,
  runbooks: /^(?:docs?\/)?(?:runbooks|playbooks)(?=\/.*\.md$)/i,
  journeys: /^(?:docs?\/)?(?:user-)?journeys(?=\/.*\.md$)/i,
};

/** `files`: those of the repository, relative to it. */
export function findHomes(root: string, files: readonly string[]): Home[] {
  return kinds.map((kind) => {
    const pattern = others[kind];
    const found = pattern === undefined ? [] : files.flatMap((file) => pattern.exec(file)?.[0] ?? []);
    const named = kind === 'decisions' ? namedFolders(root).filter((folder) => files.some((file) => file.startsWith(`${folder}/`))) : [];
    const elsewhere = [...new Set([...named, ...found])].filter((folder) => !ours[kind].includes(folder));
    return { kind, folders: ours[kind], elsewhere };
  });
}

/** What adr-tools and log4brains are told in their own files. */
function namedFolders(root: string): string[] {
  const adrTools = readInside(root, '.adr-dir')?.split('\n', 1)[0] ?? '';
  const log4brains = /^\s*adrFolder:\s*["']?([^"'\s#]+)/m.exec(readInside(root, '.log4brains.yml') ?? '')?.[1] ?? '';
  const folders = [adrTools, log4brains].map((folder) => path.posix.normalize(folder.trim()).replace(/\/$/, ''));
  return folders.filter((folder) => folder !== '.' && !folder.startsWith('..') && !folder.startsWith('/'));
}

/** Of the files that say what belongs into each home, those for homes with nothing in them, here or elsewhere. */
export function emptyHomes(root: string, homes: readonly Home[], welcome: readonly StarterFile[]): StarterFile[] {
  const settled = homes.filter((home) => home.elsewhere.length > 0 || home.folders.some((folder) => holdsPages(root, folder)));
  return welcome.filter(({ path: file }) => !settled.some(({ folders }) => folders.includes(path.posix.dirname(file))));
}

/** A file that says what belongs here is no page. */
function holdsPages(root: string, folder: string): boolean {
  return listFolder(path.join(root, folder)).some((file) => !/(^|\/)readme\.md$/i.test(file));
}

/** What `init` leaves in another place than the one that Tackroom reads. */
export function homesElsewhere(homes: readonly Home[]): Note[] {
  return homes.flatMap(({ kind, folders: [folder = ''], elsewhere }) =>
    elsewhere.map((place) => ({
      path: `${place}/`,
      reason: `holds ${kind}: AGENTS.md names it. Tackroom reads ${folder}/: \`git mv\` brings them there`,
    })),
  );
}
