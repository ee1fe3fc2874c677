/** Worst first. What they mean: `records/priority.ts`, which a command line that only names them need not load. */
export const priorities = ['P0', 'P1', 'P2', 'P3'] as const;
