/** Words that stand in code that does something; declarations of types alone have none of them. */
const doing = /\b(?:return|if|for|while|throw|raise|await|switch|match|try|def|func|fn)\b|=>\s*[\w<[`'"]|^\s*[\w.]+\(/m;
const comments = /\/\*[\s\S]*?(?:\*\/|$)|(?<=^|\s)(?:\/\/|#)[^\n]*/g;

/** Whether a file has code that a test could run, judged by its words. */
export function mayRun(path: string, text: string): boolean {
  return (
    /\.(?:[cm]?[jt]sx?|vue|svelte|py|go|rs|java|kt|kts|scala|rb|cs|php|swift|c|cc|cpp)$/.test(path) &&
    !/\.d\.[cm]?ts$/.test(path) &&
    doing.test(text.replace(comments, ' '))
  );
}
