/** Words that are tokens without a name in TypeScript and its kin. */
const keywords =
  'abstract|accessor|any|as|asserts|async|await|boolean|break|case|catch|class|const|continue|debugger|declare|default|delete|do|else|enum|' +
  'export|extends|finally|for|from|function|get|global|if|implements|import|in|infer|instanceof|interface|is|keyof|let|meta|module|' +
  'namespace|never|new|number|object|of|out|override|private|protected|public|readonly|require|return|satisfies|set|static|string|' +
  'switch|symbol|target|throw|try|type|typeof|undefined|unique|unknown|using|var|void|while|with|yield';

const comment = '\\/\\*(?:[^*]|\\*(?!\\/))*\\*\\/|(?:\\/\\/|<!--)[^\\n]*(?:\\n|$)';

/** White space and comments. */
export const space = `(?:\\s|${comment})*`;

/**
 * What may stand between two tokens that are neighbours in a pattern: a match passes over tokens without a name that the
 * grammar may leave out, and comments, and over nothing else. No brackets: where they are, a node with a name begins or ends. No two
 * of its parts begin alike and each has one end, so that nothing is tried twice.
 */
export const gap = gapWithout('[\\](){}');

/** The same where the pattern has a bracket that closes. */
export const closingGap = gapWithout('[({');

function gapWithout(brackets: string): string {
  return `(?:\\s|${comment}|(?!<!--)[^\\w\\s$'"\`\\/\\\\\\x80-\\uFFFF${brackets}]|(?:${keywords})(?![\\w$]))*?`;
}
