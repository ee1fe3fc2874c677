import type { AstLanguage } from '../ast/ast-language.ts';

const script =
  'function_declaration generator_function_declaration function_expression generator_function arrow_function method_definition';

/** What counts as a function. Blocks that a language uses for its layout (Ruby's `do`, Kotlin's and Swift's lambdas) do not. */
const kinds: Readonly<Partial<Record<AstLanguage, string>>> = {
  TypeScript: script,
  Tsx: script,
  JavaScript: script,
  Bash: 'function_definition',
  CSharp: 'method_declaration constructor_declaration local_function_statement lambda_expression accessor_declaration',
  Go: 'function_declaration method_declaration func_literal',
  Java: 'method_declaration constructor_declaration lambda_expression',
  Kotlin: 'function_declaration anonymous_function secondary_constructor',
  Php: 'function_definition method_declaration anonymous_function arrow_function',
  Python: 'function_definition',
  Ruby: 'method singleton_method',
  Rust: 'function_item closure_expression',
  Scala: 'function_definition',
  Swift: 'function_declaration init_declaration deinit_declaration',
};

/** Empty where a language has no functions. */
export function functionKinds(language: AstLanguage): string[] {
  return kinds[language]?.split(' ') ?? [];
}
