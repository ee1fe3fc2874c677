import type { DocumentLink } from '#kernel/records/document.ts';

/** A link before it is known where it leads. */
export interface RawLink extends Pick<DocumentLink, 'how' | 'url' | 'text' | 'at' | 'whole' | 'line' | 'column'> {
  /** Of a reference: that of its definition. */
  label?: string;
}
