// Makes `dist/`: JavaScript with relative imports, because Node strips no types under node_modules, and `#room/` paths
// lead to `src/`, which is not published. Built aside and swapped in, so that nobody ever sees half a `dist/`.
import fs from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import ts from 'typescript';
import { bundleCli } from './bundle-cli.ts';
import { buildEngine } from './bundle-hook.ts';
import { root } from './check-steps.ts';

const source = path.join(root, 'src');
const dist = path.join(root, 'dist');
const fresh = path.join(root, `dist-${process.pid}.tmp`);
const old = path.join(root, `dist-${process.pid}.old.tmp`);

/** What users import: they get its types as well. Such a file imports nothing, so that its declarations stand alone. */
const published = ['guardrails/script/define-check.ts'];

try {
  const files = filesIn(source);
  await emit(files.filter((file) => file.endsWith('.ts')));
  for (const file of files) if (!file.endsWith('.ts') && path.basename(file) !== 'README.md') copy(file);
  for (const file of published) declare(file);
  await buildEngine(fresh);
  await bundleCli(fresh);
  swap();
} finally {
  for (const folder of [fresh, old]) fs.rmSync(folder, { recursive: true, force: true });
}

/** Each module by itself. Nothing is type-checked: `npm run check` has done that. */
async function emit(files: readonly string[]): Promise<void> {
  await build({
    absWorkingDir: source,
    bundle: true, // only so that imports are asked about: all of them stay
    entryPoints: [...files],
    format: 'esm',
    logLevel: 'silent', // the error that is thrown says the same
    outbase: source,
    outdir: fresh,
    platform: 'node',
    plugins: [builtImports()],
    target: 'es2023',
    treeShaking: false,
  });
}

function declare(file: string): void {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(fs.readFileSync(path.join(source, file), 'utf8'), {
    fileName: path.join(source, file),
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  });
  for (const diagnostic of diagnostics) throw new Error(`src/${file}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')}`);
  write(file.replace(/\.ts$/, '.d.ts'), outputText);
}

/** Every import stays one, and leads to what is built. */
function builtImports(): Plugin {
  return {
    name: 'built-imports',
    setup(emitting) {
      emitting.onResolve({ filter: /^/ }, ({ path: specifier, importer, kind }) => {
        if (kind === 'entry-point') return undefined;
        return { path: builtPath(path.relative(source, importer), specifier), external: true };
      });
    },
  };
}

/** `#room/file.ts` and `./file.ts` become the relative path of that file's JavaScript; packages stay. */
function builtPath(file: string, specifier: string): string {
  if (!/^[#.].*\.ts$/.test(specifier)) return specifier;
  const target = specifier.startsWith('#') ? specifier.slice(1) : path.join(path.dirname(file), specifier);
  const relative = path.relative(path.dirname(file), target.replace(/\.ts$/, '.js')).split(path.sep).join('/');
  return relative.startsWith('.') ? relative : `./${relative}`;
}

/** What a module reads beside itself, such as the starter pages. */
function copy(file: string): void {
  fs.mkdirSync(path.dirname(path.join(fresh, file)), { recursive: true });
  fs.copyFileSync(path.join(source, file), path.join(fresh, file));
}

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(fresh, file)), { recursive: true });
  fs.writeFileSync(path.join(fresh, file), text);
}

function swap(): void {
  if (fs.existsSync(dist)) fs.renameSync(dist, old);
  fs.renameSync(fresh, dist);
}

function filesIn(folder: string): string[] {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}
