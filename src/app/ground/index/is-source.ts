import { pageFolders } from '#pages/page-kinds.ts';

/** Folders whose files somebody else wrote, or that hold data of tests. */
const others =
  /(?:^|\/)(?:node_modules|vendor|third_party|dist|generated|__generated__|__snapshots__|snapshots|fixtures|testdata|__fixtures__)\//;

const noText =
  /\.(?:png|jpe?g|gif|webp|ico|bmp|tiff?|svg|pdf|zip|gz|tgz|bz2|xz|7z|jar|war|class|o|a|so|dylib|dll|exe|bin|wasm|woff2?|ttf|otf|eot|mp[34]|mov|avi|webm|wav|ogg|flac|db|sqlite3?|parquet|pyc|map|snap|lock|sum|csv|tsv|po|mo)$/i;

const madeByTools =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml)$|\.min\.(?:c?js|mjs|css)$|\.(?:generated|gen|pb)\.\w+$/i;

const pages = /^harness\/|\.(?:md|mdc|markdown)$/i;

/** Whether a task may touch a file, and its words say what it is about; documents are known by their sections. */
export function isSource(path: string): boolean {
  return !(pages.test(path) || noText.test(path) || madeByTools.test(path) || others.test(path));
}

/** Whether a document may be worth reading before a task; what agents read anyway, and what nobody reads, is not. */
export function isReading(path: string): boolean {
  if (!/\.(?:md|mdc|markdown)$/i.test(path) || others.test(path) || saysWhatBelongs(path)) return false;
  return !/(?:^|\/)(?:AGENTS|CLAUDE|GEMINI|CHANGELOG|CHANGES|HISTORY|LICENSE|LICENCE|NOTICE|CODE_OF_CONDUCT|SECURITY)(?:\.[\w-]+)?\.md$|(?:^|\/)[^/]*template[^/]*\.md$|^\.(?:github|gitlab|claude|codex|cursor)\//i.test(
    path,
  );
}

/** What says of a folder of pages which pages belong there tells nothing of the project; its example would match any task like it. */
function saysWhatBelongs(path: string): boolean {
  return /\/(?:readme|index)\.md$/i.test(path) && Object.hasOwn(pageFolders, path.slice(0, path.lastIndexOf('/')));
}
