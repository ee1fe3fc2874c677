import fs from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { wrapper } from '#platform/install/load-bundle.ts';

/**
 * Joins what the command line loads into one file: a check that finds nothing changed took a third of its time to find and
 * open 350 modules. Inside, each command is made ready when it is called, and so are the packages it needs: as CommonJS,
 * since an `import` of a package is done before anything else, needed or not. The modules stay beside it for what starts
 * from a file of its own: workers, scripted agents, what users import. Packages are joined in as well, for the same reason.
 */
export async function bundleCli(dist: string): Promise<void> {
  const main = path.join(dist, 'cli', 'main.js');
  await join(dist, main, { before: wrapper[0], after: wrapper[1] });
  await join(dist, path.join(dist, 'guardrails', 'ast', 'bulk', 'fact-thread.js'), { before: "'use strict';", after: '' }); // it is started while everybody waits
  await writeStarter(dist, main);
}

const common: BuildOptions = {
  bundle: true,
  legalComments: 'none',
  logLevel: 'silent', // the error that is thrown says the same
  minifySyntax: true,
  minifyWhitespace: true,
  platform: 'node',
  target: 'node20',
};

/** Into a file of the same name that ends in `.cjs`. */
async function join(dist: string, entry: string, around: { before: string; after: string }): Promise<void> {
  const depth = path.relative(path.dirname(entry), dist).split(path.sep).join('/');
  await build({
    ...common,
    absWorkingDir: dist,
    banner: { js: around.before + places(depth) },
    entryPoints: [entry],
    external: ['@ast-grep/*', 'oxc-parser'], // native parts
    footer: { js: around.after },
    format: 'cjs',
    mainFields: ['module', 'main'], // of zod's two builds the one that can be taken apart: without its forty languages
    outfile: entry.replace(/\.js$/, '.cjs'),
    plugins: [ownPlaces(dist)],
  });
}

/** `depth`: the way from the joined file to `dist`. */
function places(depth: string): string {
  return `const fileOf=(module)=>require('node:path').join(__dirname,'${depth}',module);
const placeOf=(module)=>require('node:url').pathToFileURL(fileOf(module)).href;`;
}

/** What is left of `main.js`: it runs the joined file. */
async function writeStarter(dist: string, main: string): Promise<void> {
  const contents = `import { fileURLToPath } from 'node:url';
    import { runProgram } from './platform/install/run-program.js';
    runProgram(fileURLToPath(new URL('./main.cjs', import.meta.url)), { args: process.argv.slice(2), env: process.env });`;
  await build({
    ...common,
    absWorkingDir: dist,
    format: 'esm',
    outfile: main,
    allowOverwrite: true,
    stdin: { contents, resolveDir: dist },
  });
}

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
