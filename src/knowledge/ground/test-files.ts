const named =
  /(?:[._-](?:test|tests|spec)\.\w+|_(?:test|spec)\.\w+|(?:Test|Tests|Spec)\.\w+)$|(?:^|\/)test_[^/]*$|(?:^|\/)tests\/[^/]+\.rs$/;
const data = /\.(?:md|ya?ml|json|snap|txt|csv|sql|html)$/i;

/** A file that tests others, by its name. */
export function isTest(path: string): boolean {
  return named.test(path) && !data.test(path);
}

/** A file that only tests need. */
export function isForTests(path: string): boolean {
  return isTest(path) || /(?:^|\/)(?:tests?|__tests__|spec|bench|benchmarks?|e2e)\//.test(path);
}

/** `money` of `src/money.ts`, `test/money.test.ts`, `test_money.py` and `money_test.go`. */
export function subjectOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, '');
  return name.replace(/^test_|_test$|_spec$|Tests?$|Spec$/g, '').toLowerCase();
}
