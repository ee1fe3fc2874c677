import picomatch from 'picomatch';

/** Documents that are material of tests, or other people's: what they say of files is not said of this repository. */
const never = ['**/{fixtures,__fixtures__,testdata,snapshots,__snapshots__,node_modules,vendor,third_party}/**'];

/** Whether a document is left out. */
export function exclusion(globs: readonly string[]): (path: string) => boolean {
  return picomatch([...never, ...globs], { dot: true });
}
