import { estimateTokenCount } from 'tokenx';

/** Tokens a text costs an agent, estimated within some 5 % without a vocabulary (which would be megabytes). */
export function countTokens(text: string): number {
  return estimateTokenCount(text);
}
