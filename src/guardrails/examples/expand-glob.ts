/** Plain paths that a glob may match: braces opened, wildcards replaced by a name. The caller checks which do. */
export function expandGlob(glob: string, name: string): string[] {
  return expandBraces(glob).flatMap((plain) => {
    const tail = fillWildcards(plain, name);
    return [tail.replace(/\*\*\//g, ''), tail.replace(/\*\*/g, name)];
  });
}

function expandBraces(glob: string): string[] {
  const open = glob.indexOf('{');
  const close = open === -1 ? -1 : matching(glob, open);
  if (close === -1) return [glob];
  const options = splitOptions(glob.slice(open + 1, close));
  return options.flatMap((option) => expandBraces(glob.slice(0, open) + option + glob.slice(close + 1)));
}

function matching(glob: string, open: number): number {
  let depth = 0;
  for (let at = open; at < glob.length; at++) {
    if (glob[at] === '{') depth++;
    if (glob[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

/** Commas of inner braces belong to those; `1..9` stands for its first member. */
function splitOptions(body: string): string[] {
  const range = /^(\w+)\.\.\w+$/.exec(body)?.[1];
  if (range !== undefined) return [range];
  const options = [''];
  let depth = 0;
  for (const char of body) {
    if (char === '{') depth++;
    if (char === '}') depth--;
    if (char === ',' && depth === 0) options.push('');
    else options[options.length - 1] += char;
  }
  return options;
}

/** `**` stays: it may stand for no folder or for one. */
function fillWildcards(glob: string, name: string): string {
  return glob
    .replace(/[@+*?]\(([^()|]*)[^()]*\)/g, '$1')
    .replace(/!\([^()]*\)/g, name)
    .replace(/\[!?\^?(.)[^\]]*\]/g, '$1')
    .replace(/\*\*|\*/g, (star) => (star === '**' ? star : name))
    .replace(/\?/g, 'x');
}
