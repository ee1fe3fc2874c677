import type { Piece } from '../piece.ts';

/** An example of code, and whether it shows how it must not be done. */
export interface LabelledCode {
  verdict: 'bad' | 'good';
  piece: Piece;
}

const bad = /❌|✗|🚫|👎|\b(?:bad|wrong|incorrect|avoid|don'?t|do not|never|anti-?pattern|before|not this|instead of)\b/i;
const good = /✅|✓|✔|👍|\b(?:good|right|correct|better|prefer(?:red)?|do|after|instead|like this|recommended)\b/i;

/**
 * What the code of a section shows, by the first comment in it, or by the short line above it. A section in which one piece of
 * code is neither is no set of examples.
 */
export function labelCode(pieces: readonly Piece[]): LabelledCode[] | undefined {
  const codes = pieces.flatMap((piece, index) => {
    if (piece.kind !== 'code') return [];
    return [{ piece, verdict: verdictOf(firstComment(piece.text)) ?? verdictOf(labelAbove(pieces, index)) }];
  });
  const labelled = codes.flatMap(({ piece, verdict }) => (verdict === undefined ? [] : [{ piece, verdict }]));
  const has = (verdict: LabelledCode['verdict']) => labelled.some((one) => one.verdict === verdict);
  return labelled.length === codes.length && has('bad') && has('good') ? labelled : undefined;
}

/** Whether a piece does no more than say what the code below it is. */
export function isLabel({ kind, text }: Piece, next: Piece | undefined): boolean {
  const short = kind === 'lead' || (kind === 'paragraph' && text.length <= 40);
  return short && next?.kind === 'code' && verdictOf(text) !== undefined;
}

function labelAbove(pieces: readonly Piece[], index: number): string {
  const above = pieces[index - 1];
  return above !== undefined && isLabel(above, pieces[index]) ? above.text : '';
}

function firstComment(code: string): string {
  return /^\s*(?:\/\/|#|--|\/\*|<!--)(.*)$/m.exec(code.split('\n').slice(1, 3).join('\n'))?.[1] ?? '';
}

function verdictOf(text: string): LabelledCode['verdict'] | undefined {
  if (bad.test(text)) return 'bad';
  return good.test(text) ? 'good' : undefined;
}
