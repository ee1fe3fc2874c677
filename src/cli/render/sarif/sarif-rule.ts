import type { AppliedRule } from '#app/check.ts';
import type { Priority } from '#kernel/records/priority.ts';
import { levels } from './sarif-result.ts';

/** Code scanning shows no more of a name (255) and of a description (1,024). */
const longest = { name: 255, description: 1024 };

/** The words by which code scanning sorts alerts that are not about security. */
const severities = { P0: 'error', P1: 'error', P2: 'warning', P3: 'recommendation' } as const satisfies Record<Priority, string>;

/** A guardrail as a SARIF rule: its reason, its remedy, and where to read more. */
export function sarifRule(rule: AppliedRule) {
  const { id, title, message, priority, check } = rule;
  return {
    id,
    name: cut(pascalCase(id), longest.name),
    shortDescription: { text: cut(title, longest.description) },
    fullDescription: { text: cut(message, longest.description) },
    help: { text: help(rule, (text) => text), markdown: help(rule, (text) => `**${text}**`) },
    defaultConfiguration: { level: levels[priority] },
    properties: { priority, tags: ['guardrail', check.kind], 'problem.severity': severities[priority] },
  };
}

function help({ message, remedy, runbook, page }: AppliedRule, strong: (text: string) => string): string {
  const parts = [
    message,
    ...(remedy === '' ? [] : [`${strong('How to fix')}: ${remedy}`]),
    ...(runbook === undefined ? [] : [`${strong('Runbook')}: ${code(runbook)}`]),
    `${strong('The rule')}: ${code(page)}`,
  ];
  return parts.join('\n\n');
}

/** Paths are shown, not linked: SARIF does not know where the repository is served. */
function code(path: string): string {
  return path.includes('`') ? path : `\`${path}\``;
}

/** SARIF's names are identifiers by custom: `no-eval` is NoEval. */
function pascalCase(id: string): string {
  return id.replace(/(?:^|[-/])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 2)} …`;
}
