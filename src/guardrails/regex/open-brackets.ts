/** Index of the innermost `(` or `[` that is never closed; undefined where there is none. `nested`: classes hold classes (flag v). */
export function openBrackets(source: string, nested: boolean): number | undefined {
  const open: number[] = [];
  for (let at = 0; at < source.length; at++) {
    const sign = source.charAt(at);
    const inClass = source.charAt(open.at(-1) ?? source.length) === '[';
    if (sign === '\\') at++;
    else if (inClass ? sign === '[' && nested : sign === '(' || sign === '[') open.push(at);
    else if (inClass ? sign === ']' : sign === ')') open.pop();
  }
  return open.at(-1);
}
