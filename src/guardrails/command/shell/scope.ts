import type { Script } from './syntax.ts';

/** Stands in a text for what only a run would tell: the value of an unset variable, the output of a program. */
export const UNKNOWN = '\0';

const maxAlternatives = 8;
/** Characters that expansion may make of one line, so that no line can take long. */
const workBudget = 400_000;

/** What the commands of a line know of each other: variables, functions, aliases and the files they wrote. */
export class Scope {
  readonly functions = new Map<string, Script>();
  readonly aliases = new Map<string, string>();
  /** Static contents of files written on the line, and of `<(...)`, by path. */
  readonly files = new Map<string, string>();
  /** Runs a nested script and gives what it prints. */
  readonly run: (script: Script) => string;
  /** `$0`, `$1` and so on; undefined where only a run would tell. */
  parameters: string[] | undefined;
  incomplete = false;
  /** Chooses among the values that a variable may have; set for each reading of a command. */
  pick: (name: string, count: number) => number = () => 0;
  #variables = new Map<string, string[][]>([['IFS', [[' \t\n']]]]);
  #budget = workBudget;

  constructor(run: Scope['run']) {
    this.run = run;
  }

  /** False once the line has been given all the work it may cost. */
  spend(characters: number): boolean {
    this.#budget -= characters + 1;
    this.incomplete ||= this.#budget < 0;
    return this.#budget >= 0;
  }

  read(name: string): string[] | undefined {
    const values = this.#variables.get(name);
    return values?.[values.length > 1 ? this.pick(name, values.length) : 0];
  }

  /** `maybe`: the assignment may be passed over, so that the values from before stay possible. */
  write(name: string, value: string[], maybe: boolean): void {
    const before = maybe ? (this.#variables.get(name) ?? []) : [];
    this.#variables.set(name, [...before, value].slice(-maxAlternatives));
  }

  /** Runs with other positional parameters, as a function or a `bash -c` does. */
  withParameters<T>(parameters: string[], run: () => T): T {
    const before = this.parameters;
    this.parameters = parameters;
    const result = run();
    this.parameters = before;
    return result;
  }
}
