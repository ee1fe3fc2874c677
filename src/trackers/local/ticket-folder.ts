import { compareText } from '#kernel/compare-text.ts';
import type { TrackerSettings } from '#kernel/records/harness-settings.ts';
import { listEntries } from '#platform/files/list-folder.ts';
import { isFolder } from '#platform/files/read-inside.ts';

const usual = ['tickets', '.tickets'] as const;

/** Folder of the tickets relative to the repository, whether or not it is there yet. */
export function ticketFolder(root: string, { folder }: Pick<TrackerSettings, 'folder'>): string {
  return folder?.replace(/^(?:\.\/)+|\/+$/g, '') ?? usual.find((name) => isFolder(root, name)) ?? usual[0];
}

/** Paths of all tickets, relative to the repository. What is called README or template is none. */
export function listTickets(root: string, folder: string): string[] {
  return listEntries(`${root}/${folder}`)
    .filter((entry) => !entry.isFolder && /\.md$/.test(entry.name) && !/^(?:readme|index|.*template.*|\..*)\.md$/i.test(entry.name))
    .map(({ name }) => `${folder}/${name}`)
    .sort(compareText);
}
