import type { CodeSpan } from '#kernel/records/document.ts';
import type { Mention } from './mention.ts';

/** Extensions by which a name without a folder is known for a file. */
const extensions =
  /\.(?:[cm]?[jt]sx?|d\.ts|vue|svelte|astro|json[c5]?|ya?ml|toml|mdx?|mdc|py|pyi|ipynb|rs|go|java|kts?|scala|groovy|gradle|rb|php|cs|fs|swift|mm?|c|h|cc|cpp|hpp|sh|bash|zsh|fish|ps1|bat|sql|prisma|graphql|gql|proto|html?|s?css|less|xml|svg|png|jpe?g|gif|ini|cfg|conf|env|lock|csv|tsv|txt|tf|tfvars|hcl|nix|ex|exs|erl|hs|lua|pl|r|dart|zig|mjs|mod|sum)$/i;

const pathShape = /^(?:\.{1,2}\/|\/)?(?:[\w@.+~-]|\[[\w.-]+\]|\([\w.-]+\))+(?:\/(?:[\w@.+~ -]|\[[\w.-]+\]|\([\w.-]+\))+)*\/?$/;
const placeBehind = /(?:#L\d+(?:-L?\d+)?|:\d+(?::\d+)?(?:-\d+)?|\(\d+(?:,\d+)?\))$/;
const symbolBehind = /(?:#|::|:)([A-Za-z_$][\w$]*(?:[.#][A-Za-z_$][\w$]*)*)(?:\(\))?$/;
const symbolShape = /^(?:[A-Za-z_$][\w$]*(?:\??\.|::|#|->))*([A-Za-z_$][\w$]*)(\([^()]*\))?$/;

/** Whether a piece of code is the path of a file or folder, or the name of something in code; undefined for all else. */
export function readMention(span: CodeSpan): Mention | undefined {
  const text = span.text.trim();
  if (text.length > 200 || text === '') return undefined;
  return readPath(text, span) ?? readSymbol(text, span);
}

function readPath(text: string, span: CodeSpan): Mention | undefined {
  const bare = text.replace(placeBehind, '');
  const [behind = '', symbol] = /[./]/.test(bare) ? (symbolBehind.exec(bare) ?? []) : [];
  const path = bare.slice(0, bare.length - behind.length);
  if (!pathShape.test(path) || /\.{3}|^\d+(?:\.\d+)*$|(?:^| )-| $/.test(path)) return undefined;
  if (symbol !== undefined && !extensions.test(path)) return undefined;
  if (!(path.includes('/') || extensions.test(path))) return undefined;
  if (path.includes(' ')) return undefined;
  return { kind: 'path', span, path, ...(symbol === undefined ? {} : { symbol }) };
}

function readSymbol(text: string, span: CodeSpan): Mention | undefined {
  const [, name, call] = symbolShape.exec(text) ?? [];
  return name === undefined ? undefined : { kind: 'symbol', span, name, isCall: call !== undefined };
}
