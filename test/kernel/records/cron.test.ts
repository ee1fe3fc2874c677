import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cronSchema } from '#kernel/records/cron.ts';

const good = ['* * * * *', '0 3 * * 1-5', '*/15 0-6 1,15 JAN-MAR mon', '59 23 31 12 7', '5/10 * * * SUN'];
const bad = [
  '',
  '* * * *',
  '* * * * * *',
  '60 * * * *',
  '* 24 * * *',
  '* * 0 * *',
  '* * * 13 *',
  '* * * * 8',
  '*/0 * * * *',
  '5-1 * * * *',
  'a * * * *',
  '1--2 * * * *',
  '* * * * MON-',
  '@daily',
];

describe('schedules', () => {
  for (const text of good) it(`${text} is one`, () => assert.equal(cronSchema.safeParse(text).success, true));
  for (const text of bad) it(`${text || 'nothing'} is none`, () => assert.equal(cronSchema.safeParse(text).success, false));
});
