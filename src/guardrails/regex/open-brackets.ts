/** Index of the innermost `(` or `[` that is never closed; undefined where there is none. `nested`: classes hold classes (flag v). */
export function openBrackets(source: string, nested: boolean): number | undefined {
  const open: number[] = [];
  for (const { 0: sign, index } of source.matchAll(/\\[\s\S]|[()[\]]/g)) {
    const inClass = source.charAt(open.at(-1) ?? source.length) === '[';
    if (opens(sign, inClass, nested)) open.push(index);
    else if (sign === (inClass ? ']' : ')')) open.pop();
  }
  return open.at(-1);
}

function opens(sign: string, inClass: boolean, nested: boolean): boolean {
  return inClass ? nested && sign === '[' : sign === '(' || sign === '[';
}
