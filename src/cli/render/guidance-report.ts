import type { GuidanceFigures, GuidanceReport, GuidanceSet } from '#kernel/records/guidance-report.ts';
import { createColors } from './colors.ts';
import { plural } from './plural.ts';
import { printable } from './printable.ts';
import { renderTable } from './render-table.ts';

/** What a person reads of an evaluation of guidance. */
export function renderGuidanceReport(report: GuidanceReport, style: { colors: boolean; all: boolean }): string {
  return report.sets.map((set) => renderSet(set, style)).join('\n');
}

function renderSet(set: GuidanceSet, style: { colors: boolean; all: boolean }): string {
  const colors = createColors(style.colors);
  const head = ['', 'recall', 'precision', 'said', 'tokens a case', 'beside ours'];
  const rows = [
    row('Tackroom', set.delivery, set.delivery),
    row('path globs', set.globs, set.delivery),
    row('one file', set.monolith, set.delivery),
  ];
  const lines = [
    colors.bold(`${printable(set.folder)}: ${plural(set.cases, 'case')}, ${plural(set.delivery.needed, 'item')} needed`),
    renderTable(head, rows).trimEnd(),
    `Cases that need nothing: ${plural(set.idleTokens, 'token')} in ${plural(set.idleCases, 'case')}.`,
    `Said twice in one context window: ${plural(set.repeated, 'item')}. Not said again after a compaction: ${plural(set.forgotten, 'item')}.`,
    ...(style.all ? failures(set) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function row(name: string, figures: GuidanceFigures, ours: GuidanceFigures): string[] {
  const times = ours.tokens === 0 ? '' : `${(figures.tokens / ours.tokens).toFixed(1)}x`;
  return [name, percent(figures.recall), percent(figures.precision), String(figures.said), figures.tokens.toFixed(0), times];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function failures({ played }: GuidanceSet): string[] {
  return played.flatMap(({ id, kind, missed, needless }) => [
    ...(missed.length + needless.length === 0 ? [] : [`${id} (${kind})`]),
    ...missed.map((item) => `  missed    ${item}`),
    ...needless.map((item) => `  needless  ${item}`),
  ]);
}
