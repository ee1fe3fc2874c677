import * as z from 'zod';
import { type Translation, translateSelector } from '../selector/translate-selector.ts';
import { groupRegexes } from './import-patterns.ts';
import { propertyRule } from './property-rule.ts';

/** One thing that a rule of ESLint forbids, as selectors of its syntax tree. */
export interface Restriction {
  selector: string;
  message: string;
  /** A few words for it. */
  name: string;
  /** What stands in the configuration for it, alone: what ESLint is asked with. */
  option: unknown;
  /** Where a rule by hand is shorter than what the selector becomes. */
  byHand?: Translation;
}

/** What it forbids as rules of ast-grep. */
export function translationOf({ byHand, selector }: Restriction): Translation {
  return byHand ?? translateSelector(selector);
}

export type Restricted = { restrictions: Restriction[]; left: { what: unknown; why: string }[] };

const names = z.array(z.string()).optional();
const importFields = { message: z.string().optional(), importNames: names, allowTypeImports: z.boolean().optional() };
const pathSchema = z.union([z.string(), z.strictObject({ name: z.string(), ...importFields })]);
const patternSchema = z.union([
  z.string(),
  z.strictObject({
    group: z.array(z.string()).optional(),
    regex: z.string().optional(),
    caseSensitive: z.boolean().optional(),
    importNamePattern: z.string().optional(),
    ...importFields,
  }),
]);
const propertySchema = z.strictObject({ object: z.string().optional(), property: z.string().optional(), message: z.string().optional() });
const syntaxSchema = z.union([z.string(), z.strictObject({ selector: z.string(), message: z.string().optional() })]);
const listsSchema = z.looseObject({ paths: z.array(z.unknown()).optional(), patterns: z.array(z.unknown()).optional() });

/** What the options of a rule forbid. `rule` is its name without the plugin's. */
export function restrictionsOf(rule: string, options: readonly unknown[]): Restricted {
  if (rule === 'no-restricted-syntax') return each(options, syntax);
  if (rule === 'no-restricted-properties') return each(options, property);
  if (rule === 'no-restricted-globals')
    return {
      restrictions: [],
      left: options.map((what) => ({ what, why: 'whether a name is the global one takes a look at all scopes, which ast-grep cannot do' })),
    };
  const lists = options.map((option) => listsSchema.safeParse(option)).find(({ success }) => success)?.data;
  const isListed = lists?.paths !== undefined || lists?.patterns !== undefined;
  const paths = isListed ? (lists?.paths ?? []) : options;
  if (rule === 'no-restricted-modules')
    return joined(
      each(paths, module),
      each(lists?.patterns ?? [], () => undefined),
    );
  return joined(each(paths, importPath), importPatterns(lists?.patterns ?? []));
}

type Made = Restriction | { why: string } | undefined;

function each(options: readonly unknown[], make: (option: unknown) => Made): Restricted {
  const restricted: Restricted = { restrictions: [], left: [] };
  for (const option of options) {
    const made = make(option);
    if (made !== undefined && 'selector' in made) restricted.restrictions.push(made);
    else restricted.left.push({ what: option, why: made?.why ?? 'an option of it has no counterpart' });
  }
  return restricted;
}

function joined(a: Restricted, b: Restricted): Restricted {
  return { restrictions: [...a.restrictions, ...b.restrictions], left: [...a.left, ...b.left] };
}

function syntax(option: unknown): Made {
  const parsed = syntaxSchema.safeParse(option);
  if (!parsed.success) return undefined;
  const { selector, message } = typeof parsed.data === 'string' ? { selector: parsed.data, message: undefined } : parsed.data;
  return {
    selector,
    ...named(
      { message },
      `no ${selector.replace(/:matches|:has|callee|[.](?:name|value|type)\b/g, ' ')}`,
      `\`${selector}\` is not allowed here.`,
    ),
    option,
  };
}

function module(option: unknown): Made {
  const parsed = pathSchema.safeParse(option);
  if (!parsed.success) return undefined;
  const { name, message } = typeof parsed.data === 'string' ? { name: parsed.data, message: undefined } : parsed.data;
  const selector = `CallExpression[callee.name='require'][arguments.0.value=${quoted(name)}]`;
  return { selector, ...named({ message, about: name }, `no require ${name}`, `\`${name}\` is not to be required here.`), option };
}

function importPath(option: unknown): Made {
  const parsed = pathSchema.safeParse(option);
  if (!parsed.success) return undefined;
  const about = typeof parsed.data === 'string' ? { name: parsed.data } : parsed.data;
  return {
    selector: importSelector(`[source.value=${quoted(about.name)}]`, about),
    ...importNamed(about.name, about),
    option: { paths: [option] },
  };
}

/** Plain patterns are one group: a later one can take out what an earlier one says. */
function importPatterns(patterns: readonly unknown[]): Restricted {
  const plain = patterns.filter((one) => typeof one === 'string');
  const others = patterns.filter((one) => typeof one !== 'string');
  return each(plain.length === 0 ? others : [{ group: plain }, ...others], importPattern);
}

function importPattern(option: unknown): Made {
  const parsed = patternSchema.safeParse(option);
  if (!parsed.success || typeof parsed.data === 'string') return undefined;
  const about = parsed.data;
  const flag = about.caseSensitive === true ? 'u' : 'iu';
  const regexes = about.regex === undefined ? groupRegexes(about.group ?? []) : { match: about.regex };
  if (regexes === undefined) return { why: 'its patterns are no plain ones' };
  const test = (regex: string) => `/${regex.replace(/\\?\//g, '\\u002F')}/${flag}`;
  const except = 'except' in regexes && regexes.except !== undefined ? `[source.value!=${test(regexes.except)}]` : '';
  const selector = importSelector(`[source.value=${test(regexes.match)}]${except}`, about);
  return { selector, ...importNamed((about.group ?? [about.regex ?? '']).join(', '), about), option: { patterns: [option] } };
}

interface Names {
  importNames?: string[] | undefined;
  importNamePattern?: string | undefined;
  allowTypeImports?: boolean | undefined;
}

function importSelector(source: string, { importNames, importNamePattern, allowTypeImports }: Names): string {
  const typed = allowTypeImports === true;
  const declaration = `ImportDeclaration${source}${typed ? notTypes : ''}`;
  const exported = `ExportNamedDeclaration${source}${typed ? notTypesOut : ''}`;
  const all = `ExportAllDeclaration${source}${typed ? "[exportKind!='type']" : ''}`;
  if (importNames === undefined && importNamePattern === undefined) return [declaration, exported, all].join(', ');
  const tests = [...(importNames ?? []).map(quoted), ...(importNamePattern === undefined ? [] : [`/${importNamePattern}/u`])];
  const value = typed ? "[importKind!='type']" : '';
  return [
    ...tests.flatMap((test) => [
      `${declaration} > ImportSpecifier[imported.name=${test}]${value}`,
      `${exported} > ExportSpecifier[local.name=${test}]${typed ? "[exportKind!='type']" : ''}`,
    ]),
    `${declaration} > ImportNamespaceSpecifier`,
    ...(importNames?.includes('default') ? [`${declaration} > ImportDefaultSpecifier`] : []),
    all,
  ].join(', ');
}

/** Nothing but types comes in where each name says so, too. */
const notTypes =
  "[importKind!='type']:matches(:not(:has(> ImportSpecifier)), :has(> ImportSpecifier[importKind!='type']), :has(> ImportDefaultSpecifier))";

const notTypesOut = "[exportKind!='type']:matches(:not(:has(> ExportSpecifier)), :has(> ExportSpecifier[exportKind!='type']))";

function importNamed(module: string, { message, importNames = [] }: Names & { message?: string | undefined }): Named {
  const what = importNames.length === 0 ? `\`${module}\`` : `${importNames.join(', ')} of \`${module}\``;
  const about = /^[@\w./-]+$/.test(module) ? module : ''; // a pattern says less than what people say of it
  return named({ message, about }, `no import ${[...importNames, module].join(' ')}`, `${what} is not to be imported here.`);
}

type Named = Pick<Restriction, 'message' | 'name'>;

/** What people say of a rule names it better than what it looks for. Where they do not say what it is `about`, ESLint does. */
function named({ about = '', message }: { about?: string; message: string | undefined }, name: string, otherwise: string): Named {
  const words =
    message
      ?.replace(/['`"’]/g, '')
      .split(/[.:;!?](?:\s|$)|\n/)[0]
      ?.trim()
      .split(/\s+/)
      .filter((word) => /\w/.test(word)) ?? [];
  const isSaid = message?.includes(about) === true;
  return {
    message: isSaid ? message : [otherwise, message].filter(Boolean).join(' '),
    name: words.length < 2 ? name : words.slice(0, 8).join(' '),
  };
}

function property(option: unknown): Made {
  const parsed = propertySchema.safeParse(option);
  if (!parsed.success) return undefined;
  const { object, property: name, message } = parsed.data;
  if (object === undefined || name === undefined) return { why: 'only a property of a named object can be told' };
  const member = `MemberExpression[object.name=${quoted(object)}]`;
  const taken = `> ObjectPattern:has(> Property[key.name=${quoted(name)}][computed=false])`;
  const selector = [
    `${member}[property.name=${quoted(name)}][computed=false]`,
    `${member}[property.value=${quoted(name)}]`,
    `VariableDeclarator[init.name=${quoted(object)}] ${taken}`,
    `AssignmentExpression[right.name=${quoted(object)}] ${taken}`,
    `AssignmentPattern[right.name=${quoted(object)}] ${taken}`,
  ].join(', ');
  return {
    selector,
    ...named({ message }, `no ${object} ${name}`, `\`${object}.${name}\` is not to be used here.`),
    option,
    byHand: propertyRule(object, name),
  };
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
