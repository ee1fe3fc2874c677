import { printable } from './printable.ts';
import { wellFormed } from './well-formed.ts';

/** A workflow command of GitHub Actions on one line, whatever its parts contain. */
export function githubCommand(name: string, properties: Readonly<Record<string, string>>, message: string): string {
  const settings = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name}${settings.length === 0 ? '' : ` ${settings.join(',')}`}::${escapeData(message)}`;
}

/** A line of the log that the runner takes for no command: it obeys `::name` at the start of a line and `##[name]` anywhere. */
export function logLine(text: string): string {
  return breakOld(printable(wellFormed(text))).replace(/^(\s*)::/, '$1: :');
}

function escapeProperty(value: string): string {
  return escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function escapeData(text: string): string {
  const lines = wellFormed(text).split(/(\r\n|\r|\n)/);
  return lines
    .map((part, index) => (index % 2 === 0 ? printable(part) : part))
    .map((part) => part.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'))
    .join('');
}

function breakOld(text: string): string {
  return text.replaceAll('##[', '## [');
}
