import type { ImportsCheck } from '#kernel/records/guardrail.ts';
import type { CheckProblem, KindCompiler, Mutant } from '../kind/check-kind.ts';
import { globProblems } from './glob-problems.ts';
import { mayBeScript } from './may-be-script.ts';
import { scriptParser } from './script-parser.ts';

type Layers = NonNullable<ImportsCheck['layers']>;

export const importsCompiler: KindCompiler<ImportsCheck> = {
  problems: (check) => [...emptyProblems(check), ...layerProblems(check), ...forbiddenProblems(check)],
  // Any import can be the one that is not allowed, and there are more ways to write one than words to look for.
  literals: () => [],
  mutants: (check) => [...layerMutants(check), ...forbiddenMutants(check), ...cycleMutants(check)],
  packages: (check, files) => (mayBeScript(files) && importsOfScripts(check) ? [scriptParser] : []),
};

/** Circles are looked for wherever the page looks. */
function importsOfScripts({ layers = [], forbidden = [], cycles }: ImportsCheck): boolean {
  const importers = [...layers.map(({ files }) => files), ...forbidden.map(({ from }) => from)];
  return cycles !== undefined || importers.some(mayBeScript);
}

function emptyProblems(check: ImportsCheck): CheckProblem[] {
  if (check.layers !== undefined || check.forbidden !== undefined || check.cycles !== undefined) return [];
  return [{ at: [], message: 'an imports check needs `layers`, `forbidden` or `cycles: false`', fix: 'Add at least one of the three.' }];
}

function layerProblems({ layers = [] }: ImportsCheck): CheckProblem[] {
  const names = layers.map((layer) => layer.name);
  return layers.flatMap(({ name, files }, index) => {
    const problems = globProblems({ globs: files, at: ['layers', index, 'files'], match: 'files' });
    if (names.indexOf(name) < index)
      problems.push({ at: ['layers', index, 'name'], message: `two layers are called "${name}"`, fix: 'Give each layer its own name.' });
    return [...problems, ...repeatedGlobs(layers, index)];
  });
}

/** The first layer that matches wins, so a glob that an earlier one has does nothing. */
function repeatedGlobs(layers: Layers, index: number): CheckProblem[] {
  return (layers[index]?.files ?? []).flatMap((glob, position) => {
    const owner = layers.slice(0, index).find((layer) => !glob.startsWith('!') && layer.files.includes(glob));
    if (owner === undefined) return [];
    const message = `"${glob}" is in the layer "${owner.name}" already, and the first layer that matches wins`;
    return [{ at: ['layers', index, 'files', position], message, fix: 'Take it out of one of the two.' }];
  });
}

function forbiddenProblems({ forbidden = [] }: ImportsCheck): CheckProblem[] {
  return forbidden.flatMap(({ from, to, except = [] }, index) => [
    ...globProblems({ globs: from, at: ['forbidden', index, 'from'], match: 'files' }),
    ...globProblems({ globs: to, at: ['forbidden', index, 'to'], match: 'targets' }),
    ...globProblems({ globs: except, at: ['forbidden', index, 'except'], match: 'targets' }),
  ]);
}

/** Two layers without one are no rule any more, so that they stand and fall together. */
function layerMutants(check: ImportsCheck): Mutant[] {
  const { layers = [], ...rest } = check;
  if (layers.length <= 2) return layers.length === 0 ? [] : [{ part: 'layers', check: rest }];
  return layers.map((layer, index) => ({
    part: `layers[${index}] ${layer.name}`,
    check: { ...check, layers: layers.toSpliced(index, 1) },
  }));
}

function forbiddenMutants(check: ImportsCheck): Mutant[] {
  const { forbidden = [], ...rest } = check;
  const withEntries = (entries: typeof forbidden) => (entries.length === 0 ? rest : { ...rest, forbidden: entries });
  return forbidden.flatMap((entry, index) => {
    const { except = [], ...bare } = entry;
    const exceptions = except.map((glob, position) => {
      const left = except.toSpliced(position, 1);
      const changed = left.length === 0 ? bare : { ...bare, except: left };
      return { part: `forbidden[${index}].except[${position}] ${glob}`, check: withEntries(forbidden.with(index, changed)) };
    });
    return [{ part: `forbidden[${index}]`, check: withEntries(forbidden.toSpliced(index, 1)) }, ...exceptions];
  });
}

function cycleMutants(check: ImportsCheck): Mutant[] {
  const { cycles, ...rest } = check;
  return cycles === undefined ? [] : [{ part: 'cycles', check: rest }];
}
