import * as z from 'zod';
import { globsSchema } from './glob.ts';
import { prioritySchema } from './priority.ts';
import { schemaKey } from './schema-key.ts';
import { signsSchema } from './sign.ts';
import { slugSchema } from './slug.ts';

/** An ast-grep rule, word for word; ast-grep itself says whether it is valid. */
const astRuleSchema = z.record(z.string(), z.unknown());

/** All but the first three, html and css are read with a package that is installed beside this one. */
const astLanguageSchema = z.enum([
  'typescript',
  'tsx',
  'javascript',
  'python',
  'go',
  'rust',
  'java',
  'ruby',
  'csharp',
  'kotlin',
  'php',
  'swift',
  'scala',
  'bash',
  'yaml',
  'json',
  'html',
  'css',
]);

export const astCheckSchema = z.strictObject({
  kind: z.literal('ast'),
  language: astLanguageSchema.describe('typescript also covers tsx and javascript unless `languages` says otherwise'),
  languages: z.array(astLanguageSchema).min(1).optional(),
  rule: astRuleSchema.describe('an ast-grep rule object'),
  constraints: z.record(z.string(), astRuleSchema).optional(),
  utils: z.record(z.string(), astRuleSchema).optional(),
  transform: z.record(z.string(), z.unknown()).optional(),
  fix: z.string().optional().describe('the replacement, with the metavariables of the rule'),
});

export const textCheckSchema = z.strictObject({
  kind: z.literal('text'),
  pattern: z.string().min(1).describe('a JavaScript regular expression'),
  flags: z
    .string()
    .regex(/^[imsuv]*$/, 'flags may be i, m, s, u or v')
    .optional(),
  multiline: z.boolean().optional().describe('match over the whole file instead of line by line'),
});

export const structureCheckSchema = z.strictObject({
  kind: z.literal('structure'),
  maxLines: z.int().min(1).optional(),
  maxFunctionLines: z.int().min(1).optional(),
  name: z.string().min(1).optional().describe('a regular expression that the base name must match'),
  requires: z.string().min(1).optional().describe('the neighbour each file must have, made of {dir}, {name} and {ext}'),
  forbidden: z.literal(true).optional().describe('files that match may not exist'),
  required: z.literal(true).optional().describe('at least one file must match'),
});

export const importsCheckSchema = z.strictObject({
  kind: z.literal('imports'),
  layers: z
    .array(z.strictObject({ name: z.string().min(1), files: globsSchema }))
    .min(2)
    .optional()
    .describe('lowest first: a layer may import itself and those before it'),
  forbidden: z
    .array(z.strictObject({ from: globsSchema, to: globsSchema, except: globsSchema.optional() }))
    .min(1)
    .optional(),
  cycles: z.literal(false).optional(),
});

export const denySchema = z.strictObject({
  program: z.string().min(1),
  subcommand: z.string().min(1).optional(),
  anyFlag: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe('options of which one is given; one that ends in `=` has a value attached, as `-p=` in `-psecret`'),
  anyArg: z.string().min(1).optional().describe('a regular expression that one argument matches'),
  unless: z.strictObject({ anyFlag: z.array(z.string().min(1)).min(1).optional(), anyArg: z.string().min(1).optional() }).optional(),
});

export const commandCheckSchema = z.strictObject({
  kind: z.literal('command'),
  deny: z.array(denySchema).min(1),
  failClosed: z.boolean().optional().describe('deny as well when Tackroom itself fails on the line'),
});

export const stackCheckSchema = z.strictObject({
  kind: z.literal('stack'),
  concern: z.string().min(1).describe('what the libraries are for: logging'),
  allowed: z.array(z.string().min(1)).min(1).describe('the libraries to use, as manifests or imports name them'),
  known: z
    .array(z.string().min(1))
    .min(1)
    .describe('packages and modules that serve the concern, a name standing for what lies below it too; all but the allowed are breaches'),
});

export const coverageCheckSchema = z.strictObject({
  kind: z.literal('coverage'),
  report: z.string().min(1).describe('path of the report that the tests write'),
  format: z.enum(['lcov', 'istanbul', 'cobertura']).describe('istanbul: coverage-final.json or coverage-summary.json'),
  lines: z.number().min(0).max(100).optional().describe('percent of lines that each file matched by `files` must have covered'),
  branches: z.number().min(0).max(100).optional().describe('percent of branches that each file matched by `files` must have covered'),
});

export const toolCheckSchema = z.strictObject({
  kind: z.literal('tool'),
  run: z
    .array(z.string().min(1))
    .min(1)
    .describe('program and arguments, without a shell; an argument {files} stands for the files in question'),
  output: z
    .union([
      z.enum(['sarif', 'eslint-json']),
      z.strictObject({
        pattern: z.string().min(1).describe('a regular expression per line, with named groups path, line, column, rule, message'),
      }),
    ])
    .describe('what the program prints'),
  rules: z.array(z.string().min(1)).min(1).optional().describe('which of its rules this page speaks for; none: all'),
});

const scriptCheckSchema = z.strictObject({
  kind: z.literal('script'),
  module: z.string().min(1),
  timeoutMs: z.int().min(1).optional(),
});

const judgeCheckSchema = z.strictObject({ kind: z.literal('judge'), persona: z.string().min(1) });

export const checkSchema = z.discriminatedUnion('kind', [
  astCheckSchema,
  textCheckSchema,
  structureCheckSchema,
  importsCheckSchema,
  commandCheckSchema,
  stackCheckSchema,
  coverageCheckSchema,
  toolCheckSchema,
  scriptCheckSchema,
  judgeCheckSchema,
]);

/** One rule, why it exists, how to fix a breach, and examples that are its tests: the front matter of its page. */
export const guardrailSchema = z
  .strictObject({
    ...schemaKey,
    id: slugSchema.describe('equals the file name without .md'),
    title: z.string().min(1).describe('the rule in a few words'),
    priority: prioritySchema,
    files: globsSchema.optional().describe('globs relative to the repository; a leading ! takes files out again'),
    signs: signsSchema.optional(),
    check: checkSchema.describe('what is looked for; the keys depend on its kind'),
    owner: z.string().min(1).optional().describe('person or team that answers for the rule'),
  })
  .describe('Front matter of a guardrail page.');

export type Guardrail = z.infer<typeof guardrailSchema>;
export type Check = z.infer<typeof checkSchema>;
export type AstCheck = z.infer<typeof astCheckSchema>;
export type TextCheck = z.infer<typeof textCheckSchema>;
export type StructureCheck = z.infer<typeof structureCheckSchema>;
export type ImportsCheck = z.infer<typeof importsCheckSchema>;
export type CommandCheck = z.infer<typeof commandCheckSchema>;
export type StackCheck = z.infer<typeof stackCheckSchema>;
export type CoverageCheck = z.infer<typeof coverageCheckSchema>;
export type ToolCheck = z.infer<typeof toolCheckSchema>;
export type Deny = z.infer<typeof denySchema>;
