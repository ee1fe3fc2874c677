/** Where white space and comments begin that end before `end`, in code whose comments are empty. */
export function beforeSpace(code: string, end: number): number {
  let at = end;
  for (;;) {
    if (/\s/.test(code.charAt(at - 1))) at--;
    else if (code.endsWith('/**/', at)) at -= 4;
    else return at;
  }
}
