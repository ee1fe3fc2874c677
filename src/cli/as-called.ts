const commands =
  /(?<!\b(?:npx|exec|yarn|bunx) )(?<![\w/.-])tackroom (?=(?:init|uninstall|doctor|check|guardrail|ground|garden|ask|answer|mcp|serve|rehearse)\b)/g;

/** Hints with our commands in them, as they are typed here: `npx tackroom check`. */
export function asCalled(text: string, call = 'tackroom'): string {
  return call === 'tackroom' ? text : text.replace(commands, `${call} `);
}
