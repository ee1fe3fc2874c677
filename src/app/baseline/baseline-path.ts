/** Where a repository keeps the breaches it has accepted. */
export const baselinePath = 'harness/baseline.json';
