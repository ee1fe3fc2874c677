/** What a file says of modules and of what it takes from them. */
export interface RustFile {
  modules: ModuleItem[];
  uses: RustPath[];
}

/** `mod name;` or `mod name { ... }`. */
export interface ModuleItem {
  name: string;
  /** Names of the inline modules that it stands in, outermost first. */
  scope: readonly string[];
  inline: boolean;
  /** Files that `#[path]` names. */
  paths: readonly string[];
  start: number;
  end: number;
}

/** One leaf of a `use`, or a path such as `crate::a::b` in code. */
export interface RustPath {
  segments: readonly string[];
  scope: readonly string[];
  /** Where the `use` begins whose leaf it is; absent for a path in code. */
  statement?: number;
  /** What the name is called here: absent for `*` and in code. */
  alias?: string;
  start: number;
  end: number;
}
