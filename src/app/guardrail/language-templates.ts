import type { AstCheck } from '#kernel/records/guardrail.ts';

/** A sample of a rule in one language. */
export interface LanguageTemplate {
  files: string;
  rule: string[];
  /** What it finds, as the end of a sentence. */
  finds: string;
  remedy: string;
  bad: string;
  good: string;
}

const fromText = {
  finds: 'code that is made from text at run time',
  remedy: 'call the function you mean, or look it up in a table of the functions that are allowed.',
};
const printed = { finds: 'output that is printed instead of logged', remedy: 'write it to the log, with its level and its fields.' };
const mayFail = { finds: 'a value that ends the program where it is missing', remedy: 'say what happens where it is missing.' };

const script = {
  ...fromText,
  rule: ['    pattern: eval($CODE)'],
  bad: 'const total = eval(formula);',
  good: 'const total = formulas[name](row);',
};

/** One for each language that `ast` reads. */
export const languageTemplates: Readonly<Record<AstCheck['language'], LanguageTemplate>> = {
  typescript: { ...script, files: '["**/*.{ts,tsx,js,jsx}"]' },
  tsx: { ...script, files: '["**/*.tsx"]' },
  javascript: { ...script, files: '["**/*.{js,jsx}"]' },
  python: {
    ...fromText,
    files: '["**/*.py"]',
    rule: ['    pattern: eval($CODE)'],
    bad: 'total = eval(formula)',
    good: 'total = formulas[name](row)',
  },
  go: {
    files: '["**/*.go"]',
    rule: ['    pattern: panic($WHY)'],
    finds: 'a panic',
    remedy: 'return an error that says what happened.',
    bad: 'func load() {\n\tpanic("no file")\n}',
    good: 'func load() error {\n\treturn errors.New("no file")\n}',
  },
  rust: {
    ...mayFail,
    files: '["**/*.rs"]',
    rule: ['    pattern: $VALUE.unwrap()'],
    bad: 'fn port() -> u16 {\n    env("PORT").unwrap()\n}',
    good: 'fn port() -> Option<u16> {\n    env("PORT")\n}',
  },
  java: {
    ...printed,
    files: '["**/*.java"]',
    rule: ['    pattern: System.out.println($TEXT)'],
    bad: 'System.out.println(order);',
    good: 'log.info("order", order);',
  },
  ruby: {
    ...fromText,
    files: '["**/*.rb"]',
    rule: ['    pattern: eval($CODE)'],
    bad: 'total = eval(formula)',
    good: 'total = formulas[name].call(row)',
  },
  csharp: {
    ...printed,
    files: '["**/*.cs"]',
    rule: ['    pattern: Console.WriteLine($TEXT)'],
    bad: 'Console.WriteLine(order);',
    good: 'logger.LogInformation("order {Id}", order.Id);',
  },
  kotlin: {
    ...mayFail,
    files: '["**/*.kt"]',
    rule: ['    pattern: $VALUE!!'],
    bad: 'val port = env("PORT")!!',
    good: 'val port = env("PORT") ?: 80',
  },
  php: {
    ...fromText,
    files: '["**/*.php"]',
    rule: ['    pattern: eval($CODE)'],
    bad: '<?php\n$total = eval($formula);',
    good: '<?php\n$total = $formulas[$name]($row);',
  },
  swift: {
    ...mayFail,
    files: '["**/*.swift"]',
    rule: ['    pattern: try! $CALL'],
    bad: 'let text = try! read()',
    good: 'let text = try? read()',
  },
  scala: { ...printed, files: '["**/*.scala"]', rule: ['    pattern: println($TEXT)'], bad: 'println(order)', good: 'log.info(order)' },
  bash: {
    ...fromText,
    files: '["**/*.{sh,bash}"]',
    rule: ['    pattern: eval $CODE'],
    remedy: 'call the command you mean, and give it the text as a word.',
    bad: 'eval "$line"',
    good: 'send "$line"',
  },
  yaml: {
    files: '["**/*.{yml,yaml}"]',
    rule: ["    pattern: 'privileged: true'"],
    finds: 'a container with all rights',
    remedy: 'name the capabilities that it needs.',
    bad: 'privileged: true',
    good: 'privileged: false',
  },
  json: {
    files: '["**/package.json"]',
    rule: ['    kind: pair', '    has: { field: value, regex: \'^"latest"$\' }'],
    finds: 'a dependency without a version',
    remedy: 'give the version.',
    bad: '{ "left-pad": "latest" }',
    good: '{ "left-pad": "1.3.0" }',
  },
  html: {
    files: '["**/*.html"]',
    rule: ['    kind: attribute_name', "    regex: '(?i)^on'"],
    finds: 'code in an attribute',
    remedy: 'add the listener in a script.',
    bad: '<button onclick="send()">Send</button>',
    good: '<button id="send">Send</button>',
  },
  css: {
    files: '["**/*.css"]',
    rule: ['    kind: important'],
    finds: '`!important`, which no later rule can take back',
    remedy: 'give the rule the selector that it needs.',
    bad: 'a { color: red !important; }',
    good: 'a { color: red; }',
  },
};
