import path from 'node:path';

/** How a repository shows that a language is part of its stack, and where the first files of it will lie. */
interface LanguageStack {
  extensions: readonly string[];
  /** Says of the base name of a file that it is a manifest of the language. */
  manifest: RegExp;
  expected: readonly string[];
}

/** Languages whose guardrails need a package of their own: a lone script in one of them is no reason to ask for it. */
const stacks: Readonly<Record<string, LanguageStack>> = {
  Python: {
    extensions: ['.py'],
    manifest: /^(pyproject\.toml|setup\.(py|cfg)|Pipfile|.*requirements.*\.txt)$/,
    expected: ['src/main.py', 'tests/test_main.py'],
  },
  Go: { extensions: ['.go'], manifest: /^go\.mod$/, expected: ['internal/main.go', 'internal/main_test.go'] },
  Rust: { extensions: ['.rs'], manifest: /^Cargo\.toml$/, expected: ['src/lib.rs', 'tests/lib.rs'] },
  Java: {
    extensions: ['.java'],
    manifest: /^(pom\.xml|build\.gradle(\.kts)?)$/,
    expected: ['src/main/java/Main.java', 'src/test/java/MainTest.java'],
  },
};

const aside = /(^|\/)(test|tests|testdata|fixtures|examples?|docs?|vendor|third_party|node_modules)\//;

/** Share of a repository's code from which on a language without a manifest is part of its stack. */
const leastShare = 0.2;

/** Which of these languages the repository is written in: its manifests say so, or much of its code is. */
export function stackLanguages(files: readonly string[]): string[] {
  const own = files.filter((file) => !aside.test(file));
  const known = Object.values(stacks).flatMap(({ extensions }) => extensions);
  const code = own.filter((file) => [...known, ...otherCode].includes(path.extname(file)));
  return Object.entries(stacks).flatMap(([language, { extensions, manifest }]) => {
    const written = code.filter((file) => extensions.includes(path.extname(file))).length;
    const isDeclared = own.some((file) => manifest.test(path.basename(file)));
    return isDeclared || (written > 0 && written >= code.length * leastShare) ? [language] : [];
  });
}

const otherCode = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/** The files that guardrails are chosen by: without those in languages that are no part of the stack, with the first of those that are. */
export function stackFiles(files: readonly string[], languages: readonly string[]): string[] {
  const foreign = Object.entries(stacks).flatMap(([language, { extensions }]) => (languages.includes(language) ? [] : extensions));
  const expected = languages.flatMap((language) => stacks[language]?.expected ?? []);
  return [...files.filter((file) => !foreign.includes(path.extname(file))), ...expected];
}
