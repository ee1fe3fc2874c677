import type { KnowledgeDocument, Span } from '#kernel/records/document.ts';

/** A command that a document tells somebody to run. */
export interface Command {
  words: string[];
  line: number;
  column: number;
  /** As it is written. */
  text: string;
  /** Whether it stands in a block of code, or in a sentence. */
  isBlock: boolean;
  /** Of the code in a sentence. */
  at: Span;
}

const shells = ['sh', 'bash', 'shell', 'zsh', 'console', 'shellsession', 'terminal', ''];

/** Commands in code, and in blocks of shell. Examples of guardrails are what must not be run as often as what must. */
export function readCommands({ kind, code, blocks }: KnowledgeDocument): Command[] {
  const inline = code.flatMap(({ text, line, column, at }) =>
    splitLine(text).map((one) => ({ ...one, line, column: column + 1, isBlock: false, at })),
  );
  if (kind === 'guardrail') return inline;
  return [...inline, ...blocks.flatMap((block) => (shells.includes(block.language) ? readBlock(block.language, block.lines) : []))];
}

/** Sessions mark what was typed. After the clone of another repository the commands are that one's. */
function readBlock(language: string, lines: readonly { text: string; line: number }[]): Command[] {
  const isSession = lines.some(({ text }) => /^\s*[$%>] /.test(text));
  const commands: Command[] = [];
  for (const { text, line } of lines) {
    const isTyped = /^\s*[$%>] /.test(text);
    if (isSession && !isTyped) continue;
    const indent = /^\s*(?:[$%>] )?/.exec(text)?.[0].length ?? 0;
    for (const one of splitLine(text.slice(indent))) {
      if (/^git clone\b|^cd (?:\.\.|\/|~|<)|^(?:docker|kubectl|ssh|vagrant)\b.*\b(?:exec|run|-it?)\b/.test(one.text)) return commands;
      commands.push({ ...one, line, column: indent + 1, isBlock: true, at: { start: 0, end: 0 } });
    }
    if (language === '' && !isTyped && commands.length === 0 && !/^\s*(?:#|$|[\w./-]+)/.test(text)) return [];
  }
  return commands;
}

/** The simple commands of a line, without what sets variables, pipes or explains. */
function splitLine(line: string): Pick<Command, 'words' | 'text'>[] {
  const [code = ''] = line.split(/(?:^|\s)#(?:\s|$)/);
  return code.split(/\s*(?:&&|\|\||[;|]|(?<=\s)&(?=\s|$))\s*/).flatMap((text) => {
    const words = text
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '');
    while (/^\w+=|^(?:sudo|time|env|exec|nohup|command)$/.test(words[0] ?? '')) words.shift();
    return words.length === 0 ? [] : [{ words, text: text.trim() }];
  });
}
