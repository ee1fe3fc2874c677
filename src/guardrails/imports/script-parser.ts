import type { NativePackage } from '../kind/check-kind.ts';
import { lazyRequire } from './lazy-require.ts';

/** What reads the imports of TypeScript and JavaScript; the other languages are read without a parser. */
export const scriptParser: NativePackage = { package: 'oxc-parser', load: () => lazyRequire('oxc-parser') };
