import type { AreaGrade } from './grade-areas.ts';

const begin = '<!-- tackroom:quality:start -->';
const end = '<!-- tackroom:quality:end -->';

/** How many days the table shows beside the last. */
const mostDays = 12;

/**
 * The quality page with the grades of a day: a row for each area, a column for each day that was graded, the last one with what
 * it is made of. What people wrote around the table stays. `day` is YYYY-MM-DD; graded again on one day, its column is replaced.
 */
export function updateQualityPage(text: string | undefined, grades: readonly AreaGrade[], day: string): string {
  const page = text ?? newPage;
  const found = locate(page);
  const before = found === undefined ? `${page.trimEnd()}\n\n` : page.slice(0, found.start);
  const after = found === undefined ? '\n' : page.slice(found.end);
  const history = readTable(found === undefined ? '' : page.slice(found.start, found.end));
  return `${before}${begin}\n${renderTable(grades, day, history)}\n${end}${after}`;
}

const newPage = `# Quality

How well each area of the source is looked after: A, unless no page is about it, no guardrail looks at it, a page about it is out of
date or at fault, or a breach in it was accepted; each of these costs a step. \`tackroom garden --update-quality\` keeps the table.
`;

function locate(page: string): { start: number; end: number } | undefined {
  const start = page.indexOf(begin);
  const stop = start === -1 ? -1 : page.indexOf(end, start);
  return stop === -1 ? undefined : { start, end: stop + end.length };
}

interface History {
  days: string[];
  /** Grades by area and day. */
  grades: Map<string, Map<string, string>>;
}

function readTable(table: string): History {
  const rows = table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(cellsOf);
  const [head = [], , ...body] = rows;
  const columns = head.flatMap((name, index) => (/^\d{4}-\d{2}-\d{2}$/.test(name) ? [{ name, index }] : []));
  const grades = body.map(([area = '', ...cells]): [string, Map<string, string>] => [
    area.replaceAll('`', ''),
    new Map(columns.map(({ name, index }) => [name, cells[index - 1] ?? ''])),
  ]);
  return { days: columns.map(({ name }) => name), grades: new Map(grades) };
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** An area that is gone has no row any more. */
function renderTable(grades: readonly AreaGrade[], day: string, history: History): string {
  const days = [...new Set([...history.days, day])].sort().slice(-mostDays);
  const head = ['area', ...days, 'pages', 'stale', 'guardrails', 'accepted', 'findings'];
  const rows = grades.map(({ area, grade, pages, stale, guardrails, accepted, findings }) => [
    `\`${area}\``,
    ...days.map((one) => (one === day ? grade : history.grades.get(area)?.get(one) || '–')),
    ...[pages, stale, guardrails, accepted, findings].map(String),
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
