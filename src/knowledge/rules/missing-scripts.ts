import type { KnowledgeDocument } from '#kernel/records/document.ts';
import { type KnownScripts, knownScripts } from '../commands/known-scripts.ts';
import { type Missing, missingScript } from '../commands/missing-script.ts';
import { type Command, readCommands } from '../commands/read-commands.ts';
import { resolvePath } from '../mentions/resolve-path.ts';
import { isHistory } from '../words/is-history.ts';
import { sentenceAround } from '../words/sentence-around.ts';
import { tellsOfPast } from '../words/tenses.ts';
import type { Fault, GardenFacts } from './fault.ts';

/** Commands that documents tell people to run, and that run nothing here. */
export function* missingScripts(facts: GardenFacts): Generator<Fault> {
  const { graph, read } = facts;
  const known = knownScripts(graph.files.all, read);
  for (const document of graph.documents.values()) {
    if (document.kind === 'decision' || isHistory(document) || graph.plans.get(document.path)?.stage === 'completed') continue;
    for (const command of readCommands(document)) yield* faultsOf({ command, document, known }, facts);
  }
}

function* faultsOf(
  { command, document, known }: { command: Command; document: KnowledgeDocument; known: KnownScripts },
  facts: GardenFacts,
): Generator<Fault> {
  const { line, column, text, isBlock } = command;
  const place = { line, column, length: Math.max(1, text.length) };
  const found = missingVerb(command, facts) ?? missingFile(command, document, facts) ?? withRule(missingScript(command, known));
  if (found === undefined || (!isBlock && isNoOrder(document, command))) return;
  const { rule, name, where, meant } = found;
  const message = `\`${text}\`: ${where} has no \`${name}\`.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`}`;
  yield { rule, path: document.path, place, quote: `${name} ${where}`, message };
}

/** In a sentence a command may be one that was, or one that is not to be run. */
function isNoOrder(document: KnowledgeDocument, { at }: Command): boolean {
  const sentence = sentenceAround(document, at);
  return tellsOfPast(sentence) || /\b(?:there is no|does not exist|not yet|will add|to be added)\b/i.test(sentence);
}

type Found = Missing & { rule: 'missing-script' | 'missing-command' };

function withRule(missing: Missing | undefined): Found | undefined {
  return missing === undefined ? undefined : { ...missing, rule: 'missing-script' };
}

/** `npx tackroom chek` names a command that we do not have. */
function missingVerb({ words }: Command, { verbs }: GardenFacts): Found | undefined {
  const at = words.findIndex((word) => /^(?:.*\/)?(?:tackroom|tack)$/.test(word));
  const isRun =
    at === 0 ||
    (at > 0 && words.slice(0, at).every((word) => /^(?:npx|pnpm|yarn|bunx|bun|npm|exec|dlx|x|-y|--yes|--no-install|--|node)$/.test(word)));
  const verb = words[at + 1] ?? '';
  if (!isRun || verbs.length === 0 || !/^[a-z][a-z-]*$/.test(verb) || verbs.includes(verb) || verb === 'help') return undefined;
  return { rule: 'missing-command', name: verb, where: 'tackroom' };
}

const interpreters = /^(?:sh|bash|zsh|node|bun|deno|tsx|ts-node|python3?|ruby|perl|php)$/;

/** A script that is run by its path. A bare path in a sentence is `missing-path`'s. */
function missingFile({ words, isBlock }: Command, document: KnowledgeDocument, facts: GardenFacts): Found | undefined {
  const [program = '', ...rest] = words;
  const file = interpreters.test(program) ? rest.find((word) => !word.startsWith('-')) : program;
  if (file === undefined || !/^(?:\.\/)?[\w.-]+(?:\/[\w.-]+)+$/.test(file)) return undefined;
  if (!(file.startsWith('./') || isBlock) && words.length === 1) return undefined;
  const wanted = file.replace(/^\.\//, '');
  const [folder = ''] = wanted.split('/');
  if (!(facts.graph.files.isFolder(folder) || facts.wasThere(wanted))) return undefined;
  if (
    resolvePath(file, document.path, facts.graph.files) !== undefined ||
    facts.isIgnored(wanted) ||
    /(?:^|\/)(?:node_modules|dist|build|target|\.venv|venv)\//.test(wanted)
  )
    return undefined;
  const name = wanted.slice(wanted.lastIndexOf('/') + 1);
  return { rule: 'missing-script', name, where: `the folder \`${wanted.slice(0, wanted.lastIndexOf('/'))}\`` };
}
