import * as z from 'zod';

/** What a running daemon says of itself. */
export const daemonAboutSchema = z
  .strictObject({
    version: z.string().describe('version of the package it is of'),
    pid: z.int().positive(),
    port: z.int().positive().describe('of 127.0.0.1'),
    since: z.int().describe('when it began, in milliseconds since the Unix epoch'),
    repository: z.string().describe('real path of the git folder that all worktrees share'),
    engine: z.string().describe('real path of the package it is of'),
  })
  .describe('The daemon of a repository.');

export type DaemonAbout = z.infer<typeof daemonAboutSchema>;
