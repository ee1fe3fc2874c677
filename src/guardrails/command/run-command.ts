/** A program and its arguments as a line may run it; what a wrapper runs is a command of its own beside the wrapper. */
export interface RunCommand {
  /** The fields after expansion, quotes gone; `UNKNOWN` stands for what only a run would tell. */
  words: string[];
  redirects: { descriptor: string; operator: string; target: string }[];
  /** It does no more than run other commands, all of which are known. */
  wrapper: boolean;
}
