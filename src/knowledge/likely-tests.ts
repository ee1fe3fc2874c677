const testName = /(?:^|[./_-])(?:test|tests|spec)(?=[./_-]|$)|_test\.\w+$|(?:^|\/)test_/i;
const most = 4;

/** Tests of files that will likely be touched: those that are called as one of them, and those that are likely themselves. */
export function likelyTests(likely: readonly string[], all: readonly string[]): string[] {
  const names = new Set(
    likely
      .slice(0, 6)
      .filter((path) => !testName.test(path))
      .map(bareName),
  );
  const tests = all.filter((path) => testName.test(path) && !/\.(?:md|ya?ml|json|snap)$/.test(path));
  const named = tests.filter((path) => names.has(bareName(path)));
  const known = new Set(tests);
  const themselves = likely.slice(0, 10).filter((path) => known.has(path));
  return [...new Set([...themselves, ...named])].slice(0, most);
}

/** `money` of `src/money.ts`, `test/money.test.ts`, `test_money.py` and `money_test.go`. */
function bareName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, '');
  return name.replace(/^test_|_test$|_spec$|Test$|Tests$|Spec$/g, '').toLowerCase();
}
