/**
 * What a command runs in its turn: another command, a text as shell, or a file as shell (`-` is its input).
 * `parameters` are `$0`, `$1` and so on; without them those of the script around it stay.
 */
export type Inner = { words: string[] } | { text: string; parameters?: string[] } | { file: string; parameters: string[] };
