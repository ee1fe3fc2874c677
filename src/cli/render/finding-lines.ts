import type { Finding } from '#kernel/records/finding.ts';

/** What findings of one rule have in common. */
interface Template {
  sample: Finding;
  /** JSON of all but the path, the range and the fingerprint, without braces. */
  rest: string;
}

/**
 * Findings as JSON, a line each. Those of one rule differ in few of their fields: the rest is made JSON once, and the pieces of many
 * lines are joined in one go, which takes two thirds of the time.
 */
export class FindingLines {
  /** By message. */
  readonly #templates = new Map<string, Template>();
  #path = '';
  #quotedPath = '""';

  render(findings: readonly Finding[]): string {
    const pieces: (string | number)[] = [];
    for (const finding of findings) {
      if (pieces.length > 0) pieces.push(',\n');
      this.#add(finding, pieces);
    }
    return pieces.join('');
  }

  #add(finding: Finding, pieces: (string | number)[]): void {
    const { fingerprint, path, range } = finding;
    if (path !== this.#path) {
      this.#path = path;
      this.#quotedPath = JSON.stringify(path);
    }
    pieces.push('{"path":', this.#quotedPath);
    if (range !== undefined) {
      const { end, start } = range;
      pieces.push(',"range":{"start":{"line":', start.line, ',"column":', start.column, '},"end":{"line":', end.line);
      pieces.push(',"column":', end.column, '}}');
    }
    pieces.push(this.#restOf(finding), ',"fingerprint":', JSON.stringify(fingerprint), '}');
  }

  #restOf(finding: Finding): string {
    const known = this.#templates.get(finding.message);
    if (known !== undefined && isAlike(known.sample, finding)) return known.rest;
    const { fingerprint: _fingerprint, path: _path, range: _range, ...others } = finding;
    const rest = `,${JSON.stringify(others).slice(1, -1)}`;
    this.#templates.set(finding.message, { sample: finding, rest });
    return rest;
  }
}

const own: ReadonlySet<string> = new Set(['path', 'range', 'fingerprint']);

/** Whether all that two findings say besides is the same. */
function isAlike(a: Finding, b: Finding): boolean {
  return covers(a, b) && covers(b, a);
}

function covers(a: Finding, b: Finding): boolean {
  let key: keyof Finding;
  for (key in a) if (!own.has(key) && a[key] !== b[key]) return false;
  return true;
}
