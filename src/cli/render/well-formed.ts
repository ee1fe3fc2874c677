/** Half a character (a lone surrogate) has no UTF-8 and is refused by strict readers of JSON and XML. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
