import { createRequire } from 'node:module';
import path from 'node:path';
import * as z from 'zod';
import { runScript } from './run-script.ts';

export interface Question {
  rule: string;
  option: unknown;
  code: string;
  /** Of the languages that the page is for. */
  extensions: readonly string[];
}

const answerSchema = z.array(z.union([z.number(), z.string()]));

/**
 * How often ESLint, as the project has it installed, finds something in each piece of code, or why it could not read it;
 * undefined where the project has none that can be asked.
 */
export async function askEslint(
  root: string,
  questions: readonly Question[],
  signal?: AbortSignal,
): Promise<(number | string)[] | undefined> {
  const project = createRequire(path.join(root, 'package.json'));
  const eslint = resolved(project, 'eslint');
  if (eslint === undefined || questions.length === 0) return undefined;
  const parser = resolved(project, '@typescript-eslint/parser') ?? resolved(project, 'typescript-eslint');
  const plugin = resolved(project, '@typescript-eslint/eslint-plugin') ?? resolved(project, 'typescript-eslint');
  const answers: (number | string)[] = [];
  for (let start = 0; start < questions.length; start += batch) {
    const script = scriptFor({ eslint, parser, plugin }, questions.slice(start, start + batch));
    const parsed = answerSchema.safeParse((await runScript(root, script, signal)).answer);
    if (!parsed.success) return undefined;
    answers.push(...parsed.data);
  }
  return answers;
}

/** A command line has its limits. */
const batch = 40;

function resolved(project: NodeJS.Require, name: string): string | undefined {
  try {
    return project.resolve(name);
  } catch {
    return undefined;
  }
}

function scriptFor(
  paths: { eslint: string; parser: string | undefined; plugin: string | undefined },
  questions: readonly Question[],
): string {
  return `const { createRequire } = await import('node:module');
const require = createRequire(${JSON.stringify(paths.eslint)});
const load = (file) => file === null ? undefined : require(file);
const { Linter } = load(${JSON.stringify(paths.eslint)});
const whole = load(${JSON.stringify(paths.parser ?? null)});
const parser = whole?.parser ?? whole;
const own = load(${JSON.stringify(paths.plugin ?? null)});
const plugin = own?.plugin ?? own;
const linter = new Linter({ configType: 'flat' });
return ${JSON.stringify(questions)}.map(({ rule, option, code, extensions }) => {
  const extension = parser === undefined && extensions.includes('js') ? 'js' : extensions[0];
  if (extension !== 'js' && parser === undefined) return 'no parser of TypeScript is installed';
  if (rule.startsWith('@') && plugin === undefined) return 'the plugin of the rule is not installed';
  const languageOptions = { sourceType: code.startsWith('with ') ? 'script' : 'module', parserOptions: { ecmaFeatures: { jsx: extension !== 'ts' } } };
  if (extension !== 'js') languageOptions.parser = parser;
  const plugins = rule.startsWith('@') ? { '@typescript-eslint': plugin } : {};
  const config = [{ files: ['**/*.{js,ts,tsx}'], plugins, languageOptions, rules: { [rule]: ['error', option] } }];
  const messages = linter.verify(code, config, { filename: 'sample.' + extension });
  const fatal = messages.find((message) => message.fatal);
  return fatal === undefined ? messages.length : fatal.message;
});`;
}
