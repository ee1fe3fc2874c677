import type { Issue } from '#kernel/records/issue.ts';
import type { PageProblem } from '#kernel/records/page-problem.ts';

export interface IssueList {
  /** By identifier, numbers in their order. */
  issues: Issue[];
  /** What could not be read, and why. */
  problems: PageProblem[];
}

export interface IssueQuery {
  /** Only these states, whatever their case. */
  states?: readonly string[];
}

export type IssueDraft = Pick<Issue, 'title'> &
  Partial<Pick<Issue, 'description' | 'state' | 'priority' | 'labels' | 'assignee' | 'parent' | 'branchName'>> & {
    /** Identifiers. */
    blockedBy?: readonly string[];
  };

/**
 * Where tickets are kept. An issue is found by its id or its identifier, whatever its case. Whatever is asked of an issue that is
 * not there is an error that names the nearest one; `get` alone answers undefined.
 */
export interface Tracker {
  list(query?: IssueQuery, signal?: AbortSignal): Promise<IssueList>;
  get(id: string, signal?: AbortSignal): Promise<Issue | undefined>;
  create(draft: IssueDraft, signal?: AbortSignal): Promise<Issue>;
  setState(id: string, state: string, signal?: AbortSignal): Promise<Issue>;
  comment(id: string, remark: { text: string; author?: string }, signal?: AbortSignal): Promise<Issue>;
}
