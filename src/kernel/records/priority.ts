import * as z from 'zod';
import { priorities } from '../priorities.ts';

/** P0 stop everything, P1 must be fixed to merge, P2 must be answered to merge, P3 dropped unless asked for. */
export const prioritySchema = z
  .enum(priorities)
  .describe('P0 stop everything, P1 must be fixed to merge, P2 must be answered to merge, P3 dropped unless asked for');

export type Priority = z.infer<typeof prioritySchema>;
