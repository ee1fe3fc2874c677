import type { Inner } from '../programs/inner.ts';
import { staticOutput } from '../programs/static-output.ts';
import { unwrap } from '../programs/unwrap.ts';
import { isUnknown, programName } from '../programs/words.ts';
import type { RunCommand } from '../run-command.ts';
import { everyWay } from './every-way.ts';
import { expandText, expandWord } from './expand-word.ts';
import { parseShell } from './parse-shell.ts';
import { Scope, UNKNOWN } from './scope.ts';
import type { Assignment, Node, Redirect, Script } from './syntax.ts';

const maxDepth = 50;
const maxWays = 64;

type Simple = Node & { kind: 'simple' };
type Redirects = RunCommand['redirects'];

/** Walks a script as the shell would, but takes every branch and runs nothing; what it prints is followed where it is static. */
export class Interpreter {
  readonly commands: RunCommand[] = [];
  readonly #scope = new Scope((script) => this.#runScript(script, UNKNOWN));
  #depth = 0;
  /** How many of the nodes around this one may be passed over. */
  #maybe = 0;

  get incomplete(): boolean {
    return this.#scope.incomplete;
  }

  runText(text: string, input: string): string {
    if (!this.#scope.spend(text.length)) return UNKNOWN;
    const { script, incomplete } = parseShell(text);
    this.#scope.incomplete ||= incomplete;
    return this.#runScript(script, input);
  }

  #runScript(script: Script, input: string): string {
    return this.#deeper(() => {
      let printed = '';
      let piped = '';
      for (const [at, node] of script.entries()) {
        const output = this.#runNode(node, node.piped ? piped : input);
        if (script[at + 1]?.piped) piped = output;
        else printed += output;
      }
      return printed;
    });
  }

  /** Nothing goes deeper than a real line does, and nothing is done once the line has used up its budget. */
  #deeper(run: () => string): string {
    if (this.#depth >= maxDepth) this.#scope.incomplete = true;
    if (this.#depth >= maxDepth || !this.#scope.spend(0)) return UNKNOWN;
    this.#depth++;
    const output = run();
    this.#depth--;
    return this.#scope.spend(output.length) ? output : UNKNOWN;
  }

  #runNode(node: Node, input: string): string {
    const maybe = node.maybe ? 1 : 0;
    this.#maybe += maybe;
    const output = this.#runPlaced(node, input);
    this.#maybe -= maybe;
    return output;
  }

  #runPlaced(node: Node, input: string): string {
    if (node.kind === 'simple') return this.#runEveryWay(node, input);
    if (node.kind === 'group') {
      const redirects = this.#expandRedirects(node.redirects);
      if (redirects.length > 0) this.commands.push({ words: [], redirects, wrapper: true });
      return this.#deliver(this.#runScript(node.body, this.#inputOf(redirects, input)), redirects);
    }
    this.#scope.functions.set(node.name, node.body);
    this.#maybe++;
    this.#runScript(node.body, input);
    this.#maybe--;
    return '';
  }

  /** A command whose variables may hold several values is read once for each of them. */
  #runEveryWay(node: Simple, input: string): string {
    const outer = this.#scope.pick;
    const maybe = this.#maybe;
    let output = '';
    everyWay(maxWays, (pick) => {
      this.#scope.pick = pick;
      output += this.#runSimple(node, input);
      this.#maybe = maybe + 1;
    });
    this.#maybe = maybe;
    this.#scope.pick = outer;
    return output;
  }

  #runSimple(node: Simple, input: string): string {
    const words = node.words.flatMap((word) => expandWord(word, this.#scope));
    for (const assignment of node.assignments) this.#assign(assignment, words.length > 0);
    const redirects = this.#expandRedirects(node.redirects);
    if (words.length === 0 && redirects.length === 0) return '';
    const output = this.#perform(words, this.#inputOf(redirects, input), redirects);
    return this.#deliver(output, redirects);
  }

  #assign({ name, append, form, values }: Assignment, prefix: boolean): void {
    const fields =
      form === 'text' ? values.map((value) => expandText(value, this.#scope)) : values.flatMap((value) => expandWord(value, this.#scope));
    const maybe = prefix || this.#maybe > 0;
    if (form === 'each') for (const [at, field] of fields.entries()) this.#scope.write(name, [field], at > 0);
    else if (!append) this.#scope.write(name, fields, maybe);
    else {
      const before = this.#scope.read(name) ?? [form === 'text' ? UNKNOWN : ''];
      this.#scope.write(name, form === 'array' ? [...before, ...fields] : [`${before[0] ?? ''}${fields[0] ?? ''}`], maybe);
    }
  }

  #expandRedirects(redirects: Redirect[]): Redirects {
    return redirects.map((redirect) => ({ ...redirect, target: expandText(redirect.target, this.#scope) }));
  }

  /** What a command reads: a here-document, a here-string, or a file that the line itself wrote. */
  #inputOf(redirects: Redirects, input: string): string {
    const source = redirects.findLast(
      ({ descriptor, operator }) => /^0?$/.test(descriptor) && operator.startsWith('<') && operator !== '<&',
    );
    if (!source) return input;
    return source.operator === '<' || source.operator === '<>' ? this.#readFile(source.target, input) : source.target;
  }

  #readFile(path: string, input: string): string {
    if (path === '-' || path === '/dev/stdin') return input;
    return this.#scope.files.get(path.replace(/^\.\//, '')) ?? UNKNOWN;
  }

  #deliver(output: string, redirects: Redirects): string {
    const to = redirects.findLast(isOutputFile);
    if (!to) return output;
    this.#writeFile(to.target, output, to.operator.endsWith('>>'));
    return '';
  }

  #writeFile(path: string, text: string, append: boolean): void {
    const name = path.replace(/^\.\//, '');
    this.#scope.files.set(name, (append ? (this.#scope.files.get(name) ?? '') : '') + text);
  }

  /** Runs a command whose words are known: an alias, a function, a wrapper or a plain program. */
  #perform(given: string[], input: string, redirects: Redirects): string {
    const first = given.findIndex((word) => !isUnknown(word));
    const words = first < 0 ? given : given.slice(first);
    const name = programName(words[0] ?? '');
    return this.#deeper(() => {
      const defined = this.#runDefined(words, input);
      if (defined !== undefined) {
        this.commands.push({ words: [], redirects, wrapper: true });
        return defined;
      }
      const inner = this.#unwrap(words, input);
      this.commands.push({
        words,
        redirects,
        wrapper: inner.length > 0 && inner.every((one) => 'words' in one || ('text' in one && !isUnknown(one.text))),
      });
      this.#runBuiltin(name, words, input);
      const output = inner.map((one) => this.#runInner(one, input)).join('');
      return inner.length > 0 ? output : staticOutput(name, words, input);
    });
  }

  #runDefined(words: string[], input: string): string | undefined {
    const [name = ''] = words;
    const body = this.#scope.functions.get(name);
    if (body) return this.#scope.withParameters(words, () => this.#runScript(body, input));
    const alias = this.#scope.aliases.get(name);
    if (alias === undefined) return undefined;
    this.#scope.aliases.delete(name);
    const output = this.#scope.withParameters(words, () => this.runText(`${alias} "$@"`, input));
    this.#scope.aliases.set(name, alias);
    return output;
  }

  #unwrap(words: string[], input: string): Inner[] {
    const [program = ''] = words;
    if (program.includes('/') && this.#readFile(program, UNKNOWN) !== UNKNOWN) return [{ file: program, parameters: words }];
    return unwrap(words, input);
  }

  #runInner(inner: Inner, input: string): string {
    if ('words' in inner) return this.#perform(inner.words, input, []);
    const text = 'file' in inner ? this.#readFile(inner.file, input) : inner.text;
    if (isUnknown(text)) return UNKNOWN;
    const run = () => this.runText(text, input);
    return inner.parameters ? this.#scope.withParameters(inner.parameters, run) : run();
  }

  /** Builtins that change what later words mean. */
  #runBuiltin(name: string, words: string[], input: string): void {
    const rest = words.slice(1);
    if (/^(export|declare|local|readonly|typeset|alias)$/.test(name)) {
      for (const word of rest) this.#define(name, word);
    } else if (name === 'set' && rest[0] === '--') this.#scope.parameters = rest;
    else if (name === 'read')
      this.#scope.write(rest.findLast((word) => !word.startsWith('-')) ?? 'REPLY', [input.replace(/\n+$/, '')], true);
    else if (name === 'printf' && rest[0] === '-v')
      this.#scope.write(rest[1] ?? '', [staticOutput('printf', ['', ...rest.slice(2)], input)], this.#maybe > 0);
    else if (name === 'tee')
      for (const path of rest.filter((word) => !word.startsWith('-'))) this.#writeFile(path, input, rest.includes('-a'));
  }

  #define(builtin: string, word: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([\s\S]*)$/.exec(word) ?? [];
    if (!name) return;
    if (builtin === 'alias') this.#scope.aliases.set(name, value);
    else this.#scope.write(name, [value], this.#maybe > 0);
  }
}

/** Where the standard output goes; what goes to a device may still be read through it. */
function isOutputFile({ descriptor, operator, target }: Redirects[number]): boolean {
  return /^1?$/.test(descriptor) && operator.includes('>') && !/^(?:\d+|-)$|^\/dev\//.test(target);
}
