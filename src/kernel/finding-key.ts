import type { Finding } from './records/finding.ts';

/** Tells the findings of one check apart: fingerprints hold no path, and the same breach in two files has one. */
export function findingKey({ path, fingerprint }: Pick<Finding, 'path' | 'fingerprint'>): string {
  return JSON.stringify([path, fingerprint]);
}
