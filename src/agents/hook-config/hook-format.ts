/** How a JSON configuration holds hooks under the names of its events. */
export interface HookFormat {
  /** Whether the handlers of a matcher stand in a group, or each for itself, with its matcher beside the command. */
  grouped: boolean;
  commandKey: 'command' | 'bash';
  /** A handler's settings besides its command and its matcher. */
  settings(timeoutSeconds: number): Readonly<Record<string, unknown>>;
  /** What a new file holds besides its hooks. */
  start: Readonly<Record<string, unknown>>;
}
