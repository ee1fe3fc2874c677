import type { Targets } from './make-targets.ts';

/** Recipes and aliases of justfiles. Modules and imports may add others. */
export function justRecipes(texts: readonly string[]): Targets {
  const names = texts.flatMap((text) => [
    ...[...text.matchAll(/^@?([A-Za-z_][\w-]*)(?:\s+[^:=\n]*)?:(?!=)/gm)].map(([, name = '']) => name),
    ...[...text.matchAll(/^alias\s+([\w-]+)\s*:=/gm)].map(([, name = '']) => name),
  ]);
  return { names: new Set(names), patterns: [], isOpen: texts.some((text) => /^(?:import|mod)\b/m.test(text)) };
}

/** Tasks of Taskfiles: the keys directly below `tasks:`. What is included may add others. */
export function taskNames(texts: readonly string[]): Targets {
  const names = texts.flatMap((text) => {
    const section = /^tasks:[^\S\n]*\n((?:[ \t].*(?:\n|$)|[^\S\n]*\n|#.*\n)*)/m.exec(text)?.[1] ?? '';
    const indent = /^([ \t]+)\S/m.exec(section)?.[1]?.length ?? 2;
    return [...section.matchAll(/^([ \t]+)['"]?([\w:.*-]+?)['"]?:(?:\s|$)/gm)].flatMap(([, space = '', name = '']) =>
      space.length === indent ? [name] : [],
    );
  });
  return {
    names: new Set(names),
    patterns: [],
    isOpen: texts.some((text) => /^includes:/m.test(text)) || names.some((name) => name.includes('*')),
  };
}
