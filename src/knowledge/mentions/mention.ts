import type { CodeSpan } from '#kernel/records/document.ts';

/** What a piece of code in a text speaks of. */
export type Mention = { span: CodeSpan } & (
  | {
      kind: 'path';
      /** As it is written, without a line number or a symbol behind it. */
      path: string;
      /** What it names in the file: `src/a.ts#run`. */
      symbol?: string;
    }
  | {
      kind: 'symbol';
      /** Without brackets: `run` of `run()`, the last part of `queue.run()`. */
      name: string;
      isCall: boolean;
    }
);
