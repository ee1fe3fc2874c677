import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The rule of `fetch-deadline` for ESLint: a call of fetch without a `signal`. */
export function eslintConfig(root: string): string {
  const parser = pathToFileURL(path.join(root, 'node_modules/@typescript-eslint/parser/dist/index.js')).href;
  const selector = "CallExpression[callee.name='fetch']:not(:has(Property[key.name='signal']))";
  const rules = { 'no-restricted-syntax': ['error', { selector, message: 'A call without a deadline hangs.' }] };
  return `import parser from '${parser}';\nexport default [{ files: ['**/*.ts'], languageOptions: { parser }, rules: ${JSON.stringify(rules)} }];\n`;
}

/** The same rule as an oxlint JS plugin. */
export const oxlintPlugin = `const hasSignal = (node) => node.arguments.some((argument) =>
  argument.type === 'ObjectExpression' && argument.properties.some((property) => property.key?.name === 'signal'));
export default {
  meta: { name: 'bench' },
  rules: {
    'fetch-deadline': {
      create: (context) => ({
        CallExpression(node) {
          if (node.callee.type === 'Identifier' && node.callee.name === 'fetch' && !hasSignal(node)) {
            context.report({ node, message: 'A call without a deadline hangs.' });
          }
        },
      }),
    },
  },
};
`;
