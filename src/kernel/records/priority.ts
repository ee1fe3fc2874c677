import * as z from 'zod';

/** P0 stop everything, P1 must be fixed to merge, P2 must be answered to merge, P3 dropped unless asked for. */
export const prioritySchema = z
  .enum(['P0', 'P1', 'P2', 'P3'])
  .describe('P0 stop everything, P1 must be fixed to merge, P2 must be answered to merge, P3 dropped unless asked for');

export type Priority = z.infer<typeof prioritySchema>;
