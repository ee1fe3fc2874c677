import type { Code } from 'mdast';
import type { Example } from '#kernel/records/guardrail-page.ts';
import type { PageHeading } from '#kernel/records/page.ts';
import { findSections } from '../body/find-sections.ts';
import { placeOf } from '../body/place-of.ts';
import { walk } from '../body/walk.ts';
import { type Mistake, type Place, startOfPage } from '../mistake.ts';
import { nearest } from '../nearest.ts';
import type { BodyReading, PageSource } from './page-source.ts';
import { parseFence } from './parse-fence.ts';
import { splitExample } from './split-example.ts';

/** The fences under `## Examples`: the tests of a guardrail. `hasFix` is undefined where the check could not be read. */
export function readExamples({ root, page, text }: PageSource, hasFix: boolean | undefined): BodyReading<Example[]> {
  const sections = findSections(root, 'Examples');
  const first = sections[0];
  if (first === undefined) return { value: [], mistakes: [missingSection(page.headings)] };
  const read = sections
    .flatMap(({ nodes }) => nodes)
    .flatMap((node) => fencesIn(node, text))
    .map(readExample);
  const examples = read.flatMap(({ example }) => (example === undefined ? [] : [example]));
  // A fence that could not be read may be the one that seems to be missing.
  const missing = read.length === examples.length ? missingVerdicts(examples, placeOf(first.heading)) : [];
  return { value: examples, mistakes: [...read.flatMap((one) => one.mistakes), ...missing, ...misplacedFixed(examples, hasFix)] };
}

/** Indented code is prose. */
function fencesIn(node: Parameters<typeof walk>[0], text: string): Code[] {
  return [...walk(node)].filter((inner) => inner.type === 'code').filter((code) => /^[`~]/.test(text.slice(code.position?.start.offset)));
}

function readExample(node: Code): { example?: Example; mistakes: Mistake[] } {
  const { language, verdict, path, mistakes } = parseFence(node);
  const { files, mistakes: fileMistakes } = splitExample(node.value);
  const { line } = placeOf(node);
  const all = [
    ...mistakes,
    ...fileMistakes.map(
      (mistake): Mistake => ({ line: line + 1 + mistake.line, column: 1, code: 'example-path', message: mistake.message }),
    ),
  ];
  if (path !== undefined && files[0]?.path !== undefined) {
    all.push({
      ...placeOf(node),
      code: 'example-path',
      message: 'This example has a path on its fence and lines `--- path` in its text.',
      fix: 'Keep one of the two.',
    });
  }
  if (verdict === undefined) return { mistakes: all };
  return { example: { verdict, language, ...(path === undefined ? {} : { path }), files, line }, mistakes: all };
}

function missingSection(headings: readonly PageHeading[]): Mistake {
  const close = headings.find(({ text }) => nearest(text, ['Examples']) !== undefined);
  if (close === undefined) {
    return {
      ...startOfPage,
      code: 'missing-examples',
      message: 'This guardrail has no section `## Examples`.',
      fix: 'Add `## Examples` with at least one `bad` and one `good` fence.',
    };
  }
  const written = `${'#'.repeat(close.depth)} ${close.text}`;
  return {
    line: close.line,
    column: 1,
    code: 'missing-examples',
    message: `Unknown section \`${written}\`. Did you mean \`## Examples\`?`,
  };
}

function missingVerdicts(examples: readonly Example[], place: Place): Mistake[] {
  return (['bad', 'good'] as const)
    .filter((verdict) => !examples.some((example) => example.verdict === verdict))
    .map((verdict) => ({
      ...place,
      code: 'missing-example',
      message: `This guardrail has no \`${verdict}\` example.`,
      fix:
        verdict === 'bad'
          ? 'Add a fence marked `bad` with code the rule must find.'
          : 'Add a fence marked `good` with code the rule must leave alone.',
    }));
}

/** `fixed` is what the fix makes of the `bad` before it: without either it says nothing. */
function misplacedFixed(examples: readonly Example[], hasFix: boolean | undefined): Mistake[] {
  let bad = false;
  return examples.flatMap(({ verdict, line }): Mistake[] => {
    if (verdict !== 'fixed') {
      bad ||= verdict === 'bad';
      return [];
    }
    const place = { line, column: 1, code: 'example-fixed' };
    const mistakes: Mistake[] = [];
    if (!bad)
      mistakes.push({
        ...place,
        message: 'This `fixed` example has no `bad` one of its own before it.',
        fix: 'Put it after the `bad` example that it mends.',
      });
    if (hasFix === false)
      mistakes.push({
        ...place,
        message: 'This example is `fixed`, but the check has no `fix`.',
        fix: 'Give the check a `fix`, which only kind ast has, or mark the example `good`.',
      });
    bad = false;
    return mistakes;
  });
}
