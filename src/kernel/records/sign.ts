import * as z from 'zod';
import { globsSchema } from './glob.ts';

const expressionSchema = z
  .string()
  .min(1)
  .max(500, 'a sign is at most 500 characters long')
  .check((context) => {
    const mistake = expressionMistake(context.value);
    if (mistake !== undefined) context.issues.push({ code: 'custom', input: context.value, message: mistake });
  });

const wholeSignSchema = z
  .strictObject({
    added: expressionSchema
      .optional()
      .describe('a regular expression that matches in lines that come in, a text that is not in those that go out; comments do not count'),
    removed: expressionSchema.optional().describe('one that matches in lines that go out, a text that is not in those that come in'),
    changed: expressionSchema.optional().describe('one that matches in lines that come in or go out, also where the text itself stays'),
    within: expressionSchema.optional().describe('one that the file matches anywhere, as it is after the edit'),
    near: expressionSchema.optional().describe('one that matches within 25 lines of the edit, as the file is after it'),
    without: expressionSchema.optional().describe('one that no line matches which comes in'),
    files: globsSchema.optional().describe('the file is one of these; narrower than the `files` of the page'),
    creates: z.literal(true).optional().describe('the file was not there before'),
    asked: expressionSchema.optional().describe('one that what the person asked for matches, in upper or lower case'),
    run: expressionSchema.optional().describe('one that a command matches which is about to run'),
  })
  .refine((sign) => Object.keys(sign).length > 0, 'a sign says at least one thing');

/** By what one knows that a rule or a page bears on a change: any of them is enough, and of each all that it says must hold. */
export const signsSchema = z
  .array(z.union([expressionSchema.transform((added) => ({ added })), wholeSignSchema]))
  .min(1)
  .max(30)
  .describe('by what one knows that it bears on a change; a text alone is `added`');

export type Sign = z.infer<typeof wholeSignSchema>;

function expressionMistake(source: string): string | undefined {
  try {
    new RegExp(source, 'm');
    return undefined;
  } catch (error) {
    return `this is no regular expression: ${error instanceof Error ? error.message.replace(/^.*: /, '') : String(error)}`;
  }
}
