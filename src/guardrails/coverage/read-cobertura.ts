import type { QualifiedTag, Tag } from 'sax';
import { GuardrailError } from '../errors.ts';
import { lazyRequire } from '../imports/lazy-require.ts';
import { type CoverageCount, CoverageCounts, type CoverageReport } from './file-coverage.ts';

export interface CoberturaReport {
  files: CoverageReport;
  /** Folders that the paths of files are relative to, as the report has them. */
  sources: string[];
}

/** Cobertura's XML. The parser expands no entities of the document's own and fetches nothing. */
export function readCobertura(text: string): CoberturaReport {
  const { parser: makeParser }: typeof import('sax') = lazyRequire('sax');
  const parser = makeParser(true, { trim: true });
  const reading = new Reading();
  parser.onopentag = (tag) => reading.open(tag);
  parser.ontext = (words) => reading.text(words);
  parser.onclosetag = (name) => reading.close(name);
  parser.onerror = (cause) => {
    const [what = ''] = cause.message.split('\n');
    throw new GuardrailError(`it is no well-formed XML: ${what.toLowerCase()} in line ${parser.line + 1}`, {
      code: 'bad-report',
      fix: 'Write the report again, or check `format` of the page.',
      cause,
    });
  };
  parser.write(text.replace(/^\uFEFF/, '')).close();
  return reading.result();
}

class Reading {
  readonly #counts = new CoverageCounts();
  readonly #sources: string[] = [];
  #file: CoverageCount | undefined;
  #inSource = false;
  #isCoverage = false;

  open({ name, attributes }: Tag | QualifiedTag): void {
    if (name === 'coverage') this.#isCoverage = true;
    if (name === 'source') this.#inSource = true;
    const value = (key: string) => String(attributes[key] ?? '');
    if (name === 'class') this.#file = this.#counts.of(value('filename'));
    if (name === 'line' && this.#file !== undefined) readLine(this.#file, value);
  }

  text(words: string): void {
    if (this.#inSource) this.#sources.push(words);
  }

  close(name: string): void {
    if (name === 'source') this.#inSource = false;
    if (name === 'class') this.#file = undefined;
  }

  result(): CoberturaReport {
    if (!this.#isCoverage)
      throw new GuardrailError('it has no <coverage> element', { code: 'bad-report', fix: 'Check `format` of the page.' });
    return { files: this.#counts.report(), sources: this.#sources };
  }
}

function readLine(file: CoverageCount, value: (key: string) => string): void {
  const line = Number(value('number'));
  const hits = Number(value('hits'));
  if (!(Number.isInteger(line) && line > 0 && hits >= 0)) return;
  file.line(line, hits);
  const [, covered, total] = /\((\d+)\/(\d+)\)/.exec(value('condition-coverage')) ?? [];
  if (value('branch') !== 'true' || covered === undefined) return;
  for (let way = 0; way < Math.min(Number(total), maxWays); way++) file.branch(`${line},${way}`, way < Number(covered));
}

/** More ways than a line can have: a report that says so is broken. */
const maxWays = 10_000;
