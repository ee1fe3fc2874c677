import { type ParsingAhead, parseAhead } from '#guardrails/parse-ahead.ts';
import { isLight } from '#kernel/light-kinds.ts';
import type { HookAnswer, HookInput } from '#kernel/records/hook.ts';
import type { HookRules } from '#kernel/records/hook-rules.ts';
import { installStamp } from '#platform/install/install-stamp.ts';
import { Spool } from '#platform/state/spool.ts';
import { freshGuidance, mayBearOnCommand } from './guidance-file.ts';
import type { HookContext, HookPlace } from './hook-parts.ts';
import { joinAnswers } from './join-answers.ts';
import { keepsQuiet } from './keeps-quiet.ts';
import { type Edit, lookAtEdit, readEdit } from './look-at-edit.ts';
import { mayNameTicket } from './may-name-ticket.ts';
import { readHookRules, stampOf, writeHookRules } from './rules-file.ts';

/** What to say at a moment, by as little of the program as will do. */
export async function answer(input: HookInput, place: HookPlace): Promise<HookAnswer> {
  const { repository, state, now, parts, call } = place;
  const { root } = repository;
  const kept = readHookRules(place); // perhaps of yesterday's pages, but good enough to begin with
  const begun = kept && beginEdit(kept, input, place);
  const rules = await freshRules(kept, place);
  if (rules === undefined) return { kind: 'silent' };
  const edit = rules === kept ? begun?.edit : lookAgain(begun?.edit ?? readEdit(input, root), rules);
  let index: ReturnType<typeof freshGuidance> | undefined;
  const guidance = () => (index ??= freshGuidance(place));
  const ticket = async () => (mayNameTicket(repository, place.env) ? parts.ticketBrief(root, place.env) : undefined);
  const context: HookContext = { repository, rules, guidance, ticket, spool: new Spool(state, call), now, call, edit, ahead: begun?.ahead };
  const isQuiet = keepsQuiet(input, context);
  if (!isGuided(input, place, context.spool)) return isQuiet ? { kind: 'silent' } : byEngine(input, context, parts);
  const found: HookAnswer = isQuiet || isBeforehand(input) ? { kind: 'silent' } : await byEngine(input, context, parts);
  return found.kind === 'deny' ? found : joinAnswers(found, await parts.guide(input, context));
}

/** Whether guidance is said at this moment. */
function isGuided(input: HookInput, place: HookPlace, spool: Spool): boolean {
  if (isBeforehand(input)) return true;
  if (input.event === 'pre-tool') return input.intent.kind === 'shell' && mayBearOnCommand(input.intent.command, place);
  return input.event === 'post-tool' && spool.mentions(input.session, ['"waits":true']);
}

/** Moments at which no rule can find anything yet. */
function isBeforehand(input: HookInput): boolean {
  return input.event === 'prompt' || (input.event === 'pre-tool' && input.intent.kind === 'edit');
}

function byEngine(input: HookInput, context: HookContext, parts: HookPlace['parts']): Promise<HookAnswer> {
  const { edit } = context;
  return edit?.rules.every(isLight) === true ? parts.edit(input, context) : parts.engine(input, context);
}

/** Sets off what an edit will need before it is known whether the pages have changed: most often they have not. */
function beginEdit(
  { compiled }: HookRules,
  input: HookInput,
  place: HookPlace,
): { edit: Edit; ahead?: ParsingAhead | undefined } | undefined {
  const written = readEdit(input, place.repository.root);
  if (written === undefined) return undefined;
  const [[path, text] = ['', '']] = written.texts;
  // Where everything is loaded there is nothing to do meanwhile, and another thread is more to wait for.
  const ahead = place.memory === undefined ? parseAhead({ path, text }, compiled.rules, place.engine.folder) : undefined;
  return { ahead, edit: lookAtEdit(written, compiled.rules) };
}

/** There were no rules, or not the ones of today. */
function lookAgain(written: Pick<Edit, 'texts'> | undefined, { compiled }: HookRules): Edit | undefined {
  return written && lookAtEdit(written, compiled.rules);
}

/** Undefined where the repository has no harness. */
async function freshRules(kept: HookRules | undefined, place: HookPlace): Promise<HookRules | undefined> {
  const { repository, engine, parts } = place;
  const { root } = repository;
  const stamp = stampOf(root, engine.stamp);
  if (stamp === undefined) return undefined;
  if (kept?.stamp === stamp && (kept.wanting === undefined || kept.wanting === installStamp(engine.folder))) return kept;
  const fresh = await parts.compile(root, { stamp, installed: installStamp(engine.folder) });
  writeHookRules(place, fresh);
  return fresh;
}
