const character = /'(?:\\(?:u\{[^}]*\}|x..|[\s\S])|[^\\'])'/uy;
const commentEdge = /\/\*|\*\//g;
const quoteOrEscape = /\\[\s\S]|"/g;

/** Where a string, a character or a comment ends that begins at `at`; a lifetime ends behind its apostrophe. */
export function skipLiteral(text: string, at: number): number {
  if (text[at] === '"') return skipString(text, at);
  if (text[at] === "'") return skipCharacter(text, at);
  return text[at + 1] === '*' ? skipComment(text, at) : endOr(text, text.indexOf('\n', at));
}

function skipString(text: string, at: number): number {
  let hash = at;
  while (text[hash - 1] === '#') hash--;
  if (isRaw(text, hash)) {
    const closing = `"${text.slice(hash, at)}`;
    const end = text.indexOf(closing, at + 1);
    return end === -1 ? text.length : end + closing.length;
  }
  quoteOrEscape.lastIndex = at + 1;
  for (let found = quoteOrEscape.exec(text); found !== null; found = quoteOrEscape.exec(text)) {
    if (found[0] === '"') return quoteOrEscape.lastIndex;
  }
  return text.length;
}

/** Whether the letters before are those of a raw string: r, br or cr. */
function isRaw(text: string, at: number): boolean {
  return /(?:^|[^\p{L}\p{N}_])[bc]?r$/u.test(text.slice(Math.max(0, at - 3), at));
}

function skipCharacter(text: string, at: number): number {
  character.lastIndex = at;
  return character.test(text) ? character.lastIndex : at + 1;
}

/** Comments hold comments. */
function skipComment(text: string, at: number): number {
  commentEdge.lastIndex = at + 2;
  for (let depth = 1; depth > 0; ) {
    const found = commentEdge.exec(text);
    if (found === null) return text.length;
    depth += found[0] === '/*' ? 1 : -1;
  }
  return commentEdge.lastIndex;
}

function endOr(text: string, end: number): number {
  return end === -1 ? text.length : end;
}
