import { watchNames } from './watch-names.ts';

export interface WaitOptions {
  /** Where a change means that it is worth to look again. Folders that are missing are looked into all the same, by the clock. */
  places: readonly { folder: string; names: ReadonlySet<string> }[];
  /** Looks this often although nothing was told: some file systems tell nothing. */
  everyMs: number;
  /** Undefined is returned after it. */
  timeoutMs: number;
}

/** Looks until there is something to return, the time is over, or `signal` aborts, which rejects with its reason. */
export async function waitUntil<T>(look: () => T | undefined, options: WaitOptions, signal?: AbortSignal): Promise<T | undefined> {
  signal?.throwIfAborted();
  const end = new AbortController();
  try {
    return look() ?? (await lookAgain(look, options, { outer: signal, end: end.signal }));
  } finally {
    end.abort();
  }
}

function lookAgain<T>(
  look: () => T | undefined,
  { places, everyMs, timeoutMs }: WaitOptions,
  { outer, end }: { outer: AbortSignal | undefined; end: AbortSignal },
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const again = () => {
      if (end.aborted) return;
      try {
        const found = look();
        if (found !== undefined) resolve(found);
      } catch (error) {
        reject(error);
      }
    };
    const stops = places.map(({ folder, names }) => watchNames(folder, names, again));
    const ticker = setInterval(again, everyMs);
    const timer = setTimeout(
      () => {
        again();
        resolve(undefined);
      },
      Math.min(timeoutMs, longestTimerMs),
    );
    const cancel = () => reject(outer?.reason);
    outer?.addEventListener('abort', cancel, { once: true });
    end.addEventListener('abort', () => {
      for (const stop of stops) stop();
      clearInterval(ticker);
      clearTimeout(timer);
      outer?.removeEventListener('abort', cancel);
    });
    again(); // what came between the first look and the watch
  });
}

/** Node fires longer ones at once. */
const longestTimerMs = 2 ** 31 - 1;
