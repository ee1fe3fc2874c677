import { distance } from 'fastest-levenshtein';
import { nearest } from '#pages/nearest.ts';
import type { KnownScripts } from './known-scripts.ts';
import type { Command } from './read-commands.ts';

/** What a command asks for that is not there. */
export interface Missing {
  name: string;
  /** Where it should be: package.json, Makefile ... */
  where: string;
  /** What was meant, where something is near. */
  meant?: string;
}

/** Options that take a value of their own. */
const valued = /^(?:-[CFwf]|--(?:filter|prefix|workspace|cwd|dir|file|justfile|working-directory|taskfile))$/;

/** The script, target or task that a command runs and that no manifest has; undefined where it is there, or not to be known. */
export function missingScript({ words: [program = '', ...rest] }: Command, known: KnownScripts): Missing | undefined {
  const words = withoutOptions(rest);
  switch (program) {
    case 'npm':
      return npmScript(words, known);
    case 'pnpm':
    case 'yarn':
    case 'bun':
      return otherScript(program, words, known);
    case 'make':
    case 'gmake':
      return missingTargets(
        words.filter((word) => !word.includes('=')),
        known.make,
        'Makefile',
      );
    case 'just':
      return missingTargets(words.slice(0, 1), known.just, 'justfile');
    case 'task':
      return missingTargets(words.slice(0, 1), known.task, 'Taskfile');
    default:
      return undefined;
  }
}

/** Up to `--`, behind which the script's own arguments stand. */
function withoutOptions(words: readonly string[]): string[] {
  const end = words.indexOf('--');
  const own = end === -1 ? words : words.slice(0, end);
  return own.filter((word, index) => !(word.startsWith('-') || valued.test(own[index - 1] ?? '')));
}

const ranByNpm = ['test', 'start', 'stop', 'restart'];

function npmScript([verb = '', name]: readonly string[], { scripts }: KnownScripts): Missing | undefined {
  if (scripts === undefined) return undefined;
  if (verb === 'run' || verb === 'run-script' || verb === 'rum') return inManifest(name, scripts);
  const script = verb === 't' ? 'test' : verb;
  return ranByNpm.includes(script) && script !== 'restart' && script !== 'stop' ? inManifest(script, scripts) : undefined;
}

const ownVerbs =
  /^(?:run|exec|dlx|x|install|i|ci|add|remove|rm|uninstall|un|up|update|upgrade|upgrade-interactive|link|unlink|init|create|publish|pack|version|config|set|get|cache|store|why|list|ls|outdated|audit|info|view|login|logout|whoami|workspace|workspaces|import|dedupe|rebuild|prune|patch|patch-commit|env|setup|fetch|deploy|root|bin|licenses|node|npm|plugin|policies|global|help|completion|autoclean|check|owner|tag|team|versions|constraints|stage|search|self-update|server|approve-builds|pm|build|repl|upgrade|create|test|doctor|recursive|multi|m|c|t|start)$/;

/** These run scripts, programs of installed packages, and have many words of their own. */
function otherScript(program: string, [verb = '', name]: readonly string[], { scripts, programs }: KnownScripts): Missing | undefined {
  if (scripts === undefined) return undefined;
  if (verb === 'run') return inManifest(name, scripts, programs);
  if (verb === '' || verb === 'workspace' || scripts.has(verb)) return undefined;
  if ((verb === 'test' || verb === 'start') && program !== 'bun') return inManifest(verb, scripts);
  if (ownVerbs.test(verb) || program === 'bun') return undefined;
  // A bare word may be a program of a package that we know nothing of; one with a colon is none.
  const isScript = verb.includes(':') || (verb.length > 3 && [...scripts].some((script) => distance(verb, script) === 1));
  return isScript ? inManifest(verb, scripts, programs) : undefined;
}

function inManifest(name: string | undefined, scripts: ReadonlySet<string>, programs?: ReadonlySet<string>): Missing | undefined {
  if (name === undefined || !isName(name) || scripts.has(name) || programs?.has(name)) return undefined;
  return toMissing(name, 'package.json', scripts);
}

function missingTargets(words: readonly string[], targets: Targets | undefined, where: string): Missing | undefined {
  if (targets === undefined || targets.isOpen) return undefined;
  const name = words.find((word) => isName(word) && !targets.names.has(word) && !targets.patterns.some((pattern) => pattern.test(word)));
  return name === undefined ? undefined : toMissing(name, where, targets.names);
}

type Targets = NonNullable<KnownScripts['make']>;

/** Neither a placeholder nor a pattern. */
function isName(name: string): boolean {
  return (
    /^[A-Za-z][\w:./-]*$/.test(name) &&
    !/^(?:x|y|foo|bar|<.*|script|name|target|task|NAME|SCRIPT|TARGET)$/.test(name) &&
    !/\.\.\./.test(name)
  );
}

function toMissing(name: string, where: string, known: Iterable<string>): Missing {
  const meant = nearest(name, known);
  return { name, where, ...(meant === undefined ? {} : { meant }) };
}
