/** Examples as fences: each `bad` followed by what the fix makes of it, then the `good` ones. Empty without any. */
export function renderExamples(about: {
  language: string;
  bad: readonly string[];
  good: readonly string[];
  fixed: ReadonlyMap<string, string> | undefined;
}): string {
  const { language, bad, good, fixed } = about;
  const fence = (verdict: string, code: string) => {
    const ticks = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([run]) => run.length + 1)));
    return `${ticks}${language} ${verdict}\n${code.replace(/\n$/, '')}\n${ticks}`;
  };
  const broken = bad.flatMap((code) => {
    const mended = fixed?.get(code);
    return mended === undefined ? [fence('bad', code)] : [fence('bad', code), fence('fixed', mended)];
  });
  return [...broken, ...good.map((code) => fence('good', code))].join('\n');
}
