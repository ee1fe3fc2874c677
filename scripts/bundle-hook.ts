import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './check-steps.ts';

const maxHookBytes = 20_000;

/** Bundled CommonJS packages call `require` for Node's own modules, which an ES module does not have. */
const requireBanner = "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);";

/** Packages that would make a hook slow to start; only the compiler, which runs when pages have changed, may bundle them. */
const heavyPackages = /^node_modules\/(?:zod|yaml|picomatch|commander|mdast-|micromark|diff|smol-toml)/;

/** What `init` commits to repositories: text for `harness/hook.mjs`. Its readable source is src/hooks. */
export async function bundleHook(): Promise<string> {
  const banner = '// What Tackroom says to the coding agents of this repository. Made by `tackroom init`; do not edit.';
  const text = await bundle('src/hooks/hook-main.ts', { banner, without: /^node_modules\// });
  if (text.length > maxHookBytes) throw new Error(`harness/hook.mjs would have ${text.length} bytes; at most ${maxHookBytes} are agreed`);
  return text;
}

/** The heavy halves of the hook, which `harness/hook.mjs` finds in the `dist` folder of the installed package. */
export async function buildEngine(folder: string): Promise<void> {
  const engine = await bundle('src/app/hook/answer.ts', { banner: requireBanner, without: heavyPackages });
  const compiler = await bundle('src/app/hook/compile-hook-rules.ts', { banner: requireBanner });
  writeIfChanged(path.join(folder, 'hook-engine.mjs'), engine);
  writeIfChanged(path.join(folder, 'hook-compiler.mjs'), compiler);
}

async function bundle(entry: string, options: { banner: string; without?: RegExp }): Promise<string> {
  const result = await build({
    absWorkingDir: root,
    banner: { js: options.banner },
    bundle: true,
    charset: 'utf8',
    entryPoints: [entry],
    external: ['@ast-grep/napi', 'oxc-parser', 'oxc-resolver'], // native: they come from the package's own node_modules
    format: 'esm',
    legalComments: 'none',
    logLevel: 'silent', // the error that is thrown says the same
    metafile: true,
    minify: true, // every hook call reads it
    platform: 'node',
    target: 'node20',
    write: false,
  });
  const unwanted = Object.keys(result.metafile.inputs).find((input) => options.without?.test(input));
  if (unwanted !== undefined) throw new Error(`${entry} loads ${unwanted}, which is too heavy for a hook`);
  return result.outputFiles[0]?.text ?? '';
}

/** An unchanged file keeps its time, and with it the rules that were compiled for it; a new one appears whole. */
export function writeIfChanged(file: string, text: string): void {
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const part = `${file}.${process.pid}`;
  fs.writeFileSync(part, text);
  fs.renameSync(part, file);
}
