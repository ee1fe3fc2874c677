import { wellFormed } from '../well-formed.ts';

/** A path of the repository as SARIF names it: relative, percent-encoded, so that no first part looks like a scheme. */
export function sarifUri(path: string): { uri: string; uriBaseId: string } {
  const uri = wellFormed(path).split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}
