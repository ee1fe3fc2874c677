import type { AgentEvent } from '#kernel/records/agent-event.ts';

/** What reached the agent through Tackroom with an event, and at which moment; undefined where nothing did. */
export function saidToAgent(event: AgentEvent): { moment: string; text: string } | undefined {
  switch (event.type) {
    case 'told':
      return { moment: event.moment.replace(/ of .*$/, ''), text: event.text };
    case 'denied':
      return { moment: 'denied', text: event.reason };
    case 'held':
      return { moment: 'held at stop', text: event.reason };
    case 'ran': {
      const command = tackroomCommand(event.command);
      return command === undefined || event.output === '' ? undefined : { moment: command, text: event.output };
    }
    default:
      return undefined;
  }
}

/** `tackroom check` for a line that calls it; undefined for any other line. */
function tackroomCommand(line: string): string | undefined {
  return /^(?:npx )?(tackroom [a-z]+)/.exec(line)?.[1];
}
