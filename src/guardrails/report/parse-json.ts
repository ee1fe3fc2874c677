import { GuardrailError } from '../errors.ts';
import type { Json } from '../imports/typescript/json.ts';

/** JSON that a program wrote. `what` names it in the error of a text that is none. */
export function parseJson(text: string, what: string): Json {
  try {
    const value: Json = JSON.parse(text.replace(/^\uFEFF/, ''));
    return value;
  } catch (cause) {
    const seen = text.trim() === '' ? 'it is empty' : `it begins with ${JSON.stringify(text.trim().slice(0, 60))}`;
    throw new GuardrailError(`${what} is no JSON: ${seen}`, {
      code: 'bad-report',
      fix: 'Check `output` or `format` of the page, and the program that writes it.',
      cause,
    });
  }
}
