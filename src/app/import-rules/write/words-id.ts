/** Words that tell one rule from another in no list of rules. */
const empty = new Set(
  'a an and are as at be by can do for from have if in into is it its make must never no not of on or our should so sure that the their then these they this to use using via we when where which with you your always dont all any every each'.split(
    ' ',
  ),
);

const mostWords = 4;
const longest = 40;

/** A name made of the words that tell: `validate-request-bodies` for "Always validate the request bodies". */
export function wordsId(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/['’]|\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !empty.has(word));
  const id = (telling.length === 0 ? words : telling).slice(0, mostWords).join('-').slice(0, longest);
  return id.replace(/-$/, '') || 'rule';
}
