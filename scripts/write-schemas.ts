// Writes schema/*.json, the JSON schemas that editors, and users of `--format json`, read. They are made from the zod
// records alone; test/scripts/write-schemas.test.ts fails when a committed one is not what its record says.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { automationSchema } from '#kernel/records/automation.ts';
import { baselineSchema } from '#kernel/records/baseline.ts';
import { checkReportSchema } from '#kernel/records/check-report.ts';
import { decisionSchema } from '#kernel/records/decision.ts';
import { designSchema } from '#kernel/records/design.ts';
import { doctorReportSchema } from '#kernel/records/doctor-report.ts';
import { findingSchema } from '#kernel/records/finding.ts';
import { gardenReportSchema } from '#kernel/records/garden-report.ts';
import { guardrailSchema } from '#kernel/records/guardrail.ts';
import { guardrailListSchema } from '#kernel/records/guardrail-list.ts';
import { guardrailTestReportSchema } from '#kernel/records/guardrail-test-report.ts';
import { guidanceCasesSchema } from '#kernel/records/guidance-cases.ts';
import { guidanceReportSchema } from '#kernel/records/guidance-report.ts';
import { harnessSettingsSchema } from '#kernel/records/harness-settings.ts';
import { importReportSchema } from '#kernel/records/import-report.ts';
import { journeySchema } from '#kernel/records/journey.ts';
import { lessonSchema } from '#kernel/records/lesson.ts';
import { personaSchema } from '#kernel/records/persona.ts';
import { planSchema } from '#kernel/records/plan.ts';
import { questionSchema } from '#kernel/records/question.ts';
import { questionListSchema } from '#kernel/records/question-list.ts';
import { readingListSchema } from '#kernel/records/reading-list.ts';
import { runbookSchema } from '#kernel/records/runbook.ts';
import { sessionStorySchema } from '#kernel/records/session-story.ts';
import { suppressionListSchema } from '#kernel/records/suppression-list.ts';
import { ticketSchema } from '#kernel/records/ticket.ts';
import { watchAnswerSchema } from '#kernel/records/watch-answer.ts';

interface Published {
  name: string;
  title: string;
  schema: z.ZodType;
  /** What people write leaves defaults out; what Tackroom prints has them. */
  io: 'input' | 'output';
}

const published: readonly Published[] = [
  { name: 'automation', title: 'Tackroom automation page', schema: automationSchema, io: 'input' },
  { name: 'baseline', title: 'Tackroom baseline', schema: baselineSchema, io: 'input' },
  { name: 'check-report', title: 'Tackroom check report', schema: checkReportSchema, io: 'output' },
  { name: 'decision', title: 'Tackroom decision record', schema: decisionSchema, io: 'input' },
  { name: 'design', title: 'Tackroom design page', schema: designSchema, io: 'input' },
  { name: 'doctor-report', title: 'Tackroom doctor report', schema: doctorReportSchema, io: 'output' },
  { name: 'finding', title: 'Tackroom finding', schema: findingSchema, io: 'output' },
  { name: 'garden-report', title: 'Tackroom garden report', schema: gardenReportSchema, io: 'output' },
  { name: 'guardrail', title: 'Tackroom guardrail page', schema: guardrailSchema, io: 'input' },
  { name: 'guardrail-list', title: 'Tackroom guardrail list', schema: guardrailListSchema, io: 'output' },
  { name: 'guardrail-test-report', title: 'Tackroom guardrail test report', schema: guardrailTestReportSchema, io: 'output' },
  { name: 'guidance-cases', title: 'Tackroom cases of guidance', schema: guidanceCasesSchema, io: 'input' },
  { name: 'guidance-report', title: 'Tackroom evaluation of guidance', schema: guidanceReportSchema, io: 'output' },
  { name: 'harness-settings', title: 'Tackroom settings', schema: harnessSettingsSchema, io: 'input' },
  { name: 'import-report', title: 'Tackroom import report', schema: importReportSchema, io: 'output' },
  { name: 'journey', title: 'Tackroom journey page', schema: journeySchema, io: 'input' },
  { name: 'lesson', title: 'Tackroom lesson page', schema: lessonSchema, io: 'input' },
  { name: 'persona', title: 'Tackroom persona page', schema: personaSchema, io: 'input' },
  { name: 'plan', title: 'Tackroom plan page', schema: planSchema, io: 'input' },
  { name: 'question', title: 'Tackroom question', schema: questionSchema, io: 'output' },
  { name: 'question-list', title: 'Tackroom question list', schema: questionListSchema, io: 'output' },
  { name: 'reading-list', title: 'Tackroom reading list', schema: readingListSchema, io: 'output' },
  { name: 'runbook', title: 'Tackroom runbook page', schema: runbookSchema, io: 'input' },
  { name: 'session-story', title: 'Tackroom story of a session', schema: sessionStorySchema, io: 'output' },
  { name: 'suppression-list', title: 'Tackroom suppression list', schema: suppressionListSchema, io: 'output' },
  { name: 'ticket', title: 'Tackroom ticket', schema: ticketSchema, io: 'input' },
  { name: 'watch-answer', title: 'Tackroom watch answer', schema: watchAnswerSchema, io: 'output' },
];

if (import.meta.main) {
  const folder = path.join(import.meta.dirname, '..', 'schema');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of freshSchemas()) writeFileSync(path.join(folder, name), text);
  console.log(`schema/: ${published.length} schemas written`);
}

/** File name and text of every published schema. */
export function freshSchemas(): Map<string, string> {
  return new Map(published.map((one) => [`${one.name}.json`, `${JSON.stringify(toJsonSchema(one), null, 2)}\n`]));
}

function toJsonSchema({ name, title, schema, io }: Published): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io });
  return { $schema, $id: `urn:tackroom:schema:${name}`, title, ...rest };
}
