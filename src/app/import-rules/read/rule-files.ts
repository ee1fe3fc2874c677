/** A file in which a team tells agents what to do, and the part of the repository it is about. */
export interface RuleFile {
  path: string;
  /** '' is the whole repository. */
  folder: string;
}

/**
 * Names that agents look for, with the folder they speak of in front. What is for one person alone (`CLAUDE.local.md`) is
 * none of them: it is private, and mostly outside of git.
 */
const names: readonly RegExp[] = [
  /^(.*?\/)??(?:\.claude\/)?CLAUDE\.md$/,
  /^(.*?\/)??(?:AGENTS|GEMINI)\.md$/,
  /^(.*?\/)??\.(?:cursorrules|windsurfrules|clinerules)$/,
  /^(.*?\/)??\.cursor\/rules\/.+\.mdc$/,
  /^(.*?\/)??\.(?:claude|windsurf)\/rules\/.+\.md$/,
  /^(.*?\/)??\.clinerules\/.+\.(?:md|txt)$/,
  /^(.*?\/)??\.github\/copilot-instructions\.md$/,
  /^(.*?\/)??\.github\/instructions\/.+\.instructions\.md$/,
];

/** Folders whose files are somebody else's, or samples. */
const foreign = /(^|\/)(node_modules|vendor|third_party|fixtures|__fixtures__|testdata|templates?|examples?)\//;

export function findRuleFiles(files: readonly string[]): { rules: RuleFile[]; left: string[] } {
  const found = files.flatMap((path): RuleFile[] => {
    const match = names.map((name) => name.exec(path)).find((hit) => hit !== null);
    return match === undefined || match === null ? [] : [{ path, folder: (match[1] ?? '').replace(/\/$/, '') }];
  });
  return {
    rules: found.filter(({ path }) => !foreign.test(path)),
    left: found.flatMap(({ path }) => (foreign.test(path) ? [path] : [])),
  };
}
