/** Runs once for each combination of choices that the run asks for, up to `limit` runs; a name is chosen for once a run. */
export function everyWay(limit: number, run: (pick: (name: string, count: number) => number) => void): void {
  const choices: { name: string; index: number; count: number }[] = [];
  for (let runs = 0; runs < limit; runs++) {
    run((name, count) => {
      const made = choices.find((choice) => choice.name === name);
      if (!made) choices.push({ name, index: 0, count });
      return made?.index ?? 0;
    });
    while (choices.length > 0 && (choices.at(-1)?.index ?? 0) + 1 >= (choices.at(-1)?.count ?? 0)) choices.pop();
    const last = choices.at(-1);
    if (!last) return;
    last.index++;
  }
}
