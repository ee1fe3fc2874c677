/** Calls of tools that have not come to their end. */
export interface RunningCalls {
  add(call: Promise<unknown>): void;
  /** Until all of them have ended, well or not. */
  ended(): Promise<void>;
}

export function callsOf(): RunningCalls {
  const running = new Set<Promise<unknown>>();
  return {
    add: (call) => {
      running.add(call);
      const forget = () => running.delete(call);
      call.then(forget, forget);
    },
    ended: async () => {
      await Promise.allSettled(running);
    },
  };
}
