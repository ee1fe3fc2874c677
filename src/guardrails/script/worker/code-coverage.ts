import { Session } from 'node:inspector';
import { fileURLToPath } from 'node:url';
import type { Unrun } from '../protocol.ts';
import { pathWithin } from './path-within.ts';

/** V8's own count of what ran, block by block. Starts before the module is loaded, so that nothing of it is missed. */
export class CodeCoverage {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** Code of the repository that was loaded and never ran: the module and what it imports, without packages. */
  unrun(root: string): Promise<Unrun[]> {
    return new Promise((resolve, reject) => {
      this.#session.post('Profiler.takePreciseCoverage', (error, taken) => {
        if (error !== null) return reject(error);
        const scripts = taken.result.flatMap(({ url, functions }) => {
          const path = url.startsWith('file:') ? pathWithin(root, fileURLToPath(url)) : undefined;
          return path === undefined ? [] : [{ path, ranges: functions.flatMap(({ ranges }) => ranges) }];
        });
        return resolve(
          scripts.flatMap(({ path, ranges }) =>
            ranges.flatMap(({ count, startOffset, endOffset }) => (count > 0 ? [] : [{ path, start: startOffset, end: endOffset }])),
          ),
        );
      });
    });
  }
}
