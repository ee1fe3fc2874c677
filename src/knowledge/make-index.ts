import { fileTerms } from './ground/file-terms.ts';
import { joinHistory } from './ground/join-history.ts';
import { joinPostings } from './ground/postings.ts';
import { readPageFacts } from './ground/read-page-facts.ts';

/** How an index is made and brought up to date, part by part: whoever reads documents, files and commits puts in what changed. */
export const makeIndex = {
  document: readPageFacts,
  file: fileTerms,
  /** Joins units, those of earlier without reading their texts again. */
  units: joinPostings,
  history: joinHistory,
};
