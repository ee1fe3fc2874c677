import * as z from 'zod';

/** A time of repetition in the five fields of cron: minute, hour, day of the month, month, day of the week. */
export const cronSchema = z
  .string()
  .refine((text) => isCron(text), 'a schedule has five cron fields: minute, hour, day of month, month, day of week')
  .describe('five cron fields: minute, hour, day of the month, month, day of the week; `0 3 * * 1-5` is 03:00 on working days');

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const days = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

interface Field {
  min: number;
  max: number;
  names?: { words: readonly string[]; from: number };
}

const fields: readonly Field[] = [
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31 },
  { min: 1, max: 12, names: { words: months, from: 1 } },
  { min: 0, max: 7, names: { words: days, from: 0 } },
];

function isCron(text: string): boolean {
  const parts = text.trim().split(/\s+/);
  return (
    parts.length === fields.length && fields.every((field, index) => (parts[index] ?? '').split(',').every((part) => isPart(part, field)))
  );
}

/** `*`, `5`, `1-5`, `MON-FRI`, each with an optional `/step`. */
function isPart(part: string, field: Field): boolean {
  const [span = '', step, ...rest] = part.split('/');
  if (rest.length > 0) return false;
  if (step !== undefined && !(/^\d{1,2}$/.test(step) && Number(step) > 0)) return false;
  if (span === '*') return true;
  const [from, to, ...others] = span.split('-').map((word) => toNumber(word, field));
  if (from === undefined || others.length > 0 || !isIn(from, field)) return false;
  return to === undefined || (isIn(to, field) && from <= to);
}

function isIn(value: number, field: Field): boolean {
  return value >= field.min && value <= field.max;
}

function toNumber(word: string, field: Field): number {
  if (/^\d{1,2}$/.test(word)) return Number(word);
  const named = field.names?.words.indexOf(word.toUpperCase()) ?? -1;
  return named === -1 ? Number.NaN : named + (field.names?.from ?? 0);
}
