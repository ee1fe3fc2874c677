import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { wrapper } from '#platform/install/load-bundle.ts';
import { root } from './check-steps.ts';
import { plainBuiltins } from './plain-builtins.ts';

const maxHookBytes = 20_000;

/** The parts are CommonJS: a synchronous load is 4 ms faster on Node 20 than an import. They still ask where they are. */
const commonJs = { format: 'cjs', define: { 'import.meta.url': 'moduleUrl' } } as const;
const moduleUrlBanner = 'const moduleUrl = __filename;';

/** Packages that would make a hook slow to start; only the compiler, which runs when pages have changed, may bundle them. */
const heavyPackages = /^node_modules\/(?:zod|yaml|picomatch|commander|mdast-|micromark|diff|smol-toml)/;

/**
 * What `init` commits to repositories: text for `harness/hook.mjs`. Its readable source is src/hooks. It neither imports
 * nor exports by keyword, so that it runs as a module and, as the wired line does it, as a script, which Node 20 starts
 * 4 ms sooner. The whole of it is one `function`, which V8 compiles at once; an arrow it reads twice, half a millisecond more.
 * Inside, it asks for Node's modules with `require`: an `import` of `node:fs` loads the streams as well, 2 ms.
 */
export async function bundleHook(): Promise<string> {
  const broken = await bundle('src/hooks/answer-broken.ts', { banner: "const moduleUrl='';", without: /^node_modules\//, ...commonJs });
  const text = await bundle('src/hooks/hook-main.ts', {
    banner: [
      '// What Tackroom says to the coding agents of this repository. Made by `tackroom init`; do not edit.',
      '// Runs the checks of harness/guardrails, and stays silent where tackroom is not installed: SECURITY.md of tackroom.',
      "(start=>typeof require=='function'?start(require):import('node:module').then(all=>start(all.createRequire(process.argv[1]))))(function(require){'use strict';const moduleUrl='';",
    ].join('\n'),
    footer: '});',
    without: /^node_modules\//,
    ...commonJs,
    define: { ...commonJs.define, brokenSource: JSON.stringify(broken) },
  });
  if (text.length > maxHookBytes) throw new Error(`harness/hook.mjs would have ${text.length} bytes; at most ${maxHookBytes} are agreed`);
  return text;
}

/** The parts of the hook that do the work, which `harness/hook.mjs` finds in the `dist` folder of the installed package. */
export async function buildEngine(folder: string): Promise<void> {
  const part = (entry: string, about = '') =>
    bundle(entry, { banner: `${wrapper[0]}${moduleUrlBanner}${about}`, footer: wrapper[1].trim(), without: heavyPackages, ...commonJs });
  const engine = await part('src/app/hook/answer.ts');
  const edit = await part('src/app/hook/answer-edit.ts');
  const guide = await part('src/app/hook/answer-guide.ts');
  const compiler = await bundle('src/app/hook/compile-hook-rules.ts', { banner: moduleUrlBanner, ...commonJs });
  const ticket = await bundle('src/app/hook/ticket-brief.ts', { banner: moduleUrlBanner, ...commonJs });
  const guidance = await bundle('src/app/hook/compile-guidance.ts', { banner: moduleUrlBanner, ...commonJs });
  // Whatever changes in any of them changes this file, whose size and time tell a hook which engine it has.
  const first = await part('src/hooks/answer-call.ts', ` // ${digest(edit + guide + engine + compiler + guidance + ticket)}`);
  writeIfChanged(path.join(folder, 'hook-engine.cjs'), engine);
  writeIfChanged(path.join(folder, 'hook-edit.cjs'), edit);
  writeIfChanged(path.join(folder, 'hook-guide.cjs'), guide);
  writeIfChanged(path.join(folder, 'hook-compiler.cjs'), compiler);
  writeIfChanged(path.join(folder, 'hook-guidance.cjs'), guidance);
  writeIfChanged(path.join(folder, 'hook-ticket.cjs'), ticket);
  writeIfChanged(path.join(folder, 'hook-first.cjs'), first);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

interface BundleOptions {
  banner: string;
  footer?: string;
  /** Inputs that may not be among what is bundled. */
  without?: RegExp;
  format?: 'cjs';
  define?: Record<string, string>;
}

async function bundle(entry: string, options: BundleOptions): Promise<string> {
  const result = await build({
    absWorkingDir: root,
    banner: { js: options.banner },
    footer: { js: options.footer ?? '' },
    bundle: true,
    entryPoints: [entry],
    // Native ones, and megabytes of vocabulary, come from the package's own node_modules; scripts are for `check`, and no hook calls what would load them.
    external: ['@ast-grep/napi', 'oxc-parser', 'gpt-tokenizer', './script/gather-scripts.ts'],
    format: options.format ?? 'esm',
    define: options.define ?? {},
    legalComments: 'none',
    logLevel: 'silent', // the error that is thrown says the same
    metafile: true,
    minify: true, // every hook call reads it
    platform: 'node',
    plugins: [plainBuiltins],
    target: 'node20',
    write: false,
  });
  const unwanted = Object.keys(result.metafile.inputs).find((input) => options.without?.test(input));
  if (unwanted !== undefined) throw new Error(`${entry} loads ${unwanted}, which is too heavy for a hook`);
  const text = result.outputFiles[0]?.text ?? '';
  if (text.includes('gather-scripts')) throw new Error(`${entry} could run scripts, which no hook may (docs/decisions/0009)`);
  return toAscii(text);
}

/** esbuild escapes strings, but leaves regular expressions as they are. Node reads ASCII fastest. */
function toAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** An unchanged file keeps its time, and with it the rules that were compiled for it; a new one appears whole. */
export function writeIfChanged(file: string, text: string): void {
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const part = `${file}.${process.pid}`;
  fs.writeFileSync(part, text);
  fs.renameSync(part, file);
}
