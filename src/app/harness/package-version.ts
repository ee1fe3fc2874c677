import { findOwnPackage } from '#platform/install/own-package.ts';

/** Version of the running program. */
export function packageVersion(): string {
  return findOwnPackage(import.meta.url).version;
}
