import type { Clock } from '#kernel/clock.ts';
import type { TrackerSettings } from '#kernel/records/harness-settings.ts';
import { openLocalTracker } from '#trackers/local/local-tracker.ts';
import { ticketFolder } from '#trackers/local/ticket-folder.ts';
import type { Tracker } from '#trackers/tracker.ts';

/** The tracker that the settings of a repository name. `root`: real path of the worktree. */
export function openTracker({ root, settings, clock }: { root: string; settings: TrackerSettings; clock: Clock }): Tracker {
  return openLocalTracker({ root, folder: ticketFolder(root, settings), clock });
}
