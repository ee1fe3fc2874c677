import { InvalidArgumentError } from 'commander';
import { priorities } from '#kernel/priorities.ts';
import type { Priority } from '#kernel/records/priority.ts';

/** The priority that an argument names, whatever its case. */
export function toPriority(text: string): Priority {
  const priority = priorities.find((one) => one === text.toUpperCase());
  if (priority === undefined) throw new InvalidArgumentError(`It is one of ${priorities.join(', ')}.`);
  return priority;
}
