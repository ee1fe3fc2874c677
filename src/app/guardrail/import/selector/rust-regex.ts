import { Untranslatable } from './untranslatable.ts';

/** A regular expression as ast-grep's engine reads it, which knows neither look-around nor references to groups. */
export function rustRegex(regex: RegExp): string {
  const { source, flags } = regex;
  if (/\(\?(?:=|!|<=|<!)/.test(source))
    throw new Untranslatable(`${regex} looks ahead or behind, which ast-grep's regular expressions cannot`);
  if (/(?:^|[^\\])(?:\\\\)*\\(?:[1-9]|k<|c[A-Za-z])/.test(source) || /\[\^?\]/.test(source))
    throw new Untranslatable(`${regex} has parts that ast-grep's regular expressions do not know`);
  if (/[yv]/.test(flags)) throw new Untranslatable(`${regex} has a flag that ast-grep's regular expressions do not know`);
  const kept = [...flags].filter((flag) => 'ism'.includes(flag)).join('');
  return `${kept === '' ? '' : `(?${kept})`}${translate(source)}`;
}

const classes: Readonly<Record<string, string>> = { d: '0-9', w: '0-9A-Za-z_' };

function translate(source: string): string {
  let inClass = false;
  return source.replace(/\\([\s\S])|[\s\S]/g, (token, escaped: string | undefined) => {
    if (escaped !== undefined) return translateEscape(escaped, inClass);
    if (inClass && /[[&~]/.test(token)) return `\\${token}`;
    if (/[[\]]/.test(token)) inClass = token === '[';
    return token;
  });
}

function translateEscape(escaped: string, inClass: boolean): string {
  const set = classes[escaped];
  if (set !== undefined) return inClass ? set : `[${set}]`;
  return /[<>_/"'`=:;,@%]/.test(escaped) ? escaped : `\\${escaped}`;
}

/** Exactly this text. */
export function exactly(text: string): string {
  return `^${escapeRegex(text)}$`;
}

export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|#&~-]/g, '\\$&');
}
