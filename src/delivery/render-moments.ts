import type { CompiledRule } from '#kernel/records/compiled-rules.ts';
import type { Finding } from '#kernel/records/finding.ts';
import { renderFindings } from './render-findings.ts';

/** Why a command was not run, and the right way. */
export function renderDenial(denied: { rule: CompiledRule; command: string }): string {
  const { rule } = denied;
  const runbook = rule.runbook === undefined ? '' : ` Runbook: ${rule.runbook}`;
  const instead = rule.remedy === '' && runbook === '' ? '' : `\nInstead: ${rule.remedy.replace(/\s+/g, ' ')}${runbook}`;
  return `Tackroom denied this command: ${rule.message.replace(/\s+/g, ' ')} [${rule.id}]${instead}`;
}

/** Why the agent is held at stop, and how often it was. */
export function renderHold(findings: readonly Finding[], about: { hold: number; most: number; maxChars: number }): string {
  const lead = 'Tackroom: not done yet. Open in files this session changed:';
  const last = `\nMend them, then stop again (held ${about.hold} of ${about.most} times).`;
  return renderFindings(findings, { maxChars: about.maxChars - last.length, seeMore: 'npx tackroom check --changed', lead }) + last;
}

/** What a person is told of an agent that was held and still left findings open. */
export function renderLetGo(findings: readonly Finding[], holds: number): string {
  const ids = [...new Set(findings.map(({ guardrail = '' }) => guardrail))];
  const named = `${ids.slice(0, 3).join(', ')}${ids.length > 3 ? ', ...' : ''}`;
  const open = `${count(findings.length, 'finding')} open (${named})`;
  return `Tackroom: the agent stopped with ${open} after being held ${count(holds, 'time')}. See them: npx tackroom check --changed`;
}

/** What a session is told when it begins: that there are guardrails, and how they will speak. */
export function renderBrief(about: {
  guardrails: number;
  denies: number;
  problems: number;
  open: readonly Finding[];
  maxChars: number;
}): string {
  const lines = [
    `Tackroom holds this repository to ${count(about.guardrails, 'guardrail')} (harness/guardrails/). A breach is told right after the edit; what is P0 or P1 must be mended before you stop.`,
    ...(about.denies === 0
      ? []
      : [`${count(about.denies, 'guardrail')} ${about.denies === 1 ? 'denies' : 'deny'} commands; a denial says what to run instead.`]),
    ...(about.problems === 0
      ? []
      : [
          `${count(about.problems, 'mistake')} in the pages of harness/ ${about.problems === 1 ? 'keeps a guardrail' : 'keep some guardrails'} from running: npx tackroom check ${about.problems === 1 ? 'tells it' : 'lists them'}.`,
        ]),
  ];
  const brief = lines.join(' ');
  if (about.open.length === 0) return brief;
  return `${brief}\n${renderStillOpen(about.open, about.maxChars - brief.length - 1)}`;
}

/** What the session still owes; empty when that is nothing. */
export function renderStillOpen(open: readonly Finding[], maxChars: number): string {
  return renderFindings(open, { maxChars, seeMore: 'npx tackroom check --changed', lead: 'Still open in files this session changed:' });
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
