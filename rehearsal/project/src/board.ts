export interface Price {
  symbol: string;
  cents: number;
}

/** The rows of the board, cheapest first. */
export function sortPrices(prices: readonly Price[]): Price[] {
  return [...prices].sort((a, b) => a.cents - b.cents);
}
