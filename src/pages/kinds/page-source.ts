import type { Root } from 'mdast';
import type { PageText } from '#kernel/records/page.ts';
import type { Mistake } from '../mistake.ts';

/** A page whose text has been read, before its kind makes something of it. */
export interface PageSource {
  page: PageText;
  root: Root;
  /** The whole page, with \n as its only line end. */
  text: string;
}

/** What a kind makes of the body; a kind that cannot make anything of it says why. */
export interface BodyReading<T> {
  value: T;
  mistakes: Mistake[];
}
