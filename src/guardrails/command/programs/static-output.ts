import { decodeEscapes } from '../shell/decode-escapes.ts';
import { UNKNOWN } from '../shell/scope.ts';

/** What a program prints, where its words and its input tell; else `UNKNOWN`. */
export function staticOutput(name: string, words: readonly string[], input: string): string {
  const rest = words.slice(1);
  switch (name) {
    case 'echo':
      return echo(rest);
    case 'printf':
      return rest[0] === '-v' ? '' : printf(rest[0] === '--' ? rest.slice(1) : rest);
    case 'cat':
    case 'tee':
      return rest.every((word) => word === '-' || name === 'tee') ? input : UNKNOWN;
    case 'which':
    case 'command':
    case 'type':
      return `${rest.filter((word) => !word.startsWith('-')).join('\n')}\n`;
    case 'base64':
      return rest.some((word) => /^(-[dD]|--d.*)$/.test(word)) && !input.includes(UNKNOWN)
        ? Buffer.from(input, 'base64').toString().replaceAll('\0', '')
        : UNKNOWN;
    case ':':
    case 'true':
    case 'cd':
    case 'export':
    case 'set':
    case 'alias':
      return '';
    default:
      return UNKNOWN;
  }
}

function echo(words: string[]): string {
  let at = 0;
  while (/^-[neE]+$/.test(words[at] ?? '')) at++;
  const flags = words.slice(0, at).join('');
  const text = words.slice(at).join(' ');
  return (flags.includes('e') ? decodeEscapes(text) : text) + (flags.includes('n') ? '' : '\n');
}

function printf([format = '', ...values]: string[]): string {
  let output = '';
  let at = 0;
  do {
    output += decodeEscapes(format).replace(/%[-+ #\d.]*([a-zA-Z%])/g, (_, letter) => {
      if (letter === '%') return '%';
      const value = values[at++] ?? '';
      return letter === 'b' ? decodeEscapes(value) : value;
    });
  } while (at > 0 && at < values.length && output.length < 65_536);
  return output;
}
