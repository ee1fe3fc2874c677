import fs from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Joins what the command line loads into one file: a check that finds nothing changed took a third of its time to find and
 * open 350 modules. Inside, each command is made ready when it is called, and so are the packages it needs: as CommonJS,
 * since an `import` of a package is done before anything else, needed or not. The modules stay beside it for what starts
 * from a file of its own: workers, scripted agents, what users import. Packages are joined in as well, for the same reason.
 */
export async function bundleCli(dist: string): Promise<void> {
  const main = path.join(dist, 'cli', 'main.js');
  await join(dist, main);
  await join(dist, path.join(dist, 'guardrails', 'ast', 'bulk', 'fact-thread.js')); // it is started while everybody waits
  fs.writeFileSync(main, starter);
}

/** Into a file of the same name that ends in `.cjs`. */
async function join(dist: string, entry: string): Promise<void> {
  const depth = path.relative(path.dirname(entry), dist).split(path.sep).join('/');
  await build({
    absWorkingDir: dist,
    banner: { js: banner(depth) },
    bundle: true,
    entryPoints: [entry],
    format: 'cjs',
    legalComments: 'none',
    logLevel: 'silent', // the error that is thrown says the same
    minifySyntax: true,
    minifyWhitespace: true,
    outfile: entry.replace(/\.js$/, '.cjs'),
    external: ['@ast-grep/*', 'oxc-parser'], // native parts
    mainFields: ['module', 'main'], // of zod's two builds the one that can be taken apart: without its forty languages
    platform: 'node',
    plugins: [ownPlaces(dist)],
    target: 'node20',
  });
}

/** `depth`: the way from the joined file to `dist`. */
function banner(depth: string): string {
  return `'use strict';const fileOf=(module)=>require('node:path').join(__dirname,'${depth}',module);
const placeOf=(module)=>require('node:url').pathToFileURL(fileOf(module)).href;`;
}

/** Node 22 and later keep what they made of the text; in the user's own cache, where nobody else can plant anything. */
const starter = `import module from 'node:module';
import path from 'node:path';
const { HOME, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
const cache = [XDG_CACHE_HOME, HOME && path.join(HOME, '.cache'), LOCALAPPDATA].find((folder) => folder && path.isAbsolute(folder));
if (cache) module.enableCompileCache?.(path.join(cache, 'tackroom', 'compiled'));
module.createRequire(import.meta.url)('./main.cjs');
`;

/** A module that asks where it is means its own place in `dist/`, which its joined copy has left. */
function ownPlaces(dist: string): Plugin {
  return {
    name: 'own-places',
    setup(bundling) {
      bundling.onLoad({ filter: /\.js$/ }, ({ path: file }) => {
        const text = fs.readFileSync(file, 'utf8');
        if (!text.includes('import.meta')) return undefined;
        const own = path.relative(dist, file).split(path.sep).join('/');
        const places: Readonly<Record<string, string>> = {
          url: `placeOf(${JSON.stringify(own)})`,
          filename: `fileOf(${JSON.stringify(own)})`,
          dirname: `fileOf(${JSON.stringify(path.posix.dirname(own))})`,
        };
        return { contents: text.replaceAll(/\bimport\.meta\.(url|filename|dirname)\b/g, (whole, asked: string) => places[asked] ?? whole) };
      });
    },
  };
}
