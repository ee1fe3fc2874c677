import { createRequire } from 'node:module';

/** Loads a package on first use, so that a hook without imports guardrails never pays for it and no bundle swallows it. */
export const lazyRequire = createRequire(import.meta.url);
