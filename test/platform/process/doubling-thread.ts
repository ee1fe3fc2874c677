import { serveThread } from '#platform/process/serve-thread.ts';

serveThread((factor) => (question) => {
  if (typeof question !== 'number') throw new TypeError(`${String(question)} is no number`);
  return question * Number(factor);
});
