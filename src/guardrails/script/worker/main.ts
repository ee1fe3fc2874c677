// Runs in a process of its own, with the user's module: see script-session.ts, which asks the questions.
import { serveWorker } from '#platform/process/serve-worker.ts';
import { scriptDataSchema, scriptQuestionSchema } from '../protocol.ts';
import { describeError } from './describe-error.ts';
import { RunningScript } from './running-script.ts';

serveWorker((data) => {
  const about = scriptDataSchema.parse(data);
  const script = new RunningScript(about);
  return {
    answer: (question, ask) => script.answer(scriptQuestionSchema.parse(question), ask),
    describe: (error) => describeError(error, about.root),
  };
});
