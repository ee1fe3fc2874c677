import type { Code } from 'mdast';
import type { Example } from '#kernel/records/guardrail-page.ts';
import { placeOf } from '../body/place-of.ts';
import type { Mistake } from '../mistake.ts';
import { nearest } from '../nearest.ts';
import { pathMistake } from './path-mistake.ts';

type Verdict = Example['verdict'];

const verdicts: readonly Verdict[] = ['bad', 'good', 'fixed'];

export interface Fence {
  language: string;
  verdict?: Verdict;
  path?: string;
  mistakes: Mistake[];
}

type Complaint = Pick<Mistake, 'code' | 'message' | 'fix'>;

/** What one word after the language says. */
type Word = { verdict: Verdict } | { path: string } | { complaint: Complaint };

/** Reads the line that opens an example: ```` ```ts bad path="src/a.ts" ````. */
export function parseFence(node: Code): Fence {
  const language = node.lang ?? '';
  const words = splitWords(node.meta ?? '').map(readWord);
  const given = words.flatMap((word) => ('verdict' in word ? [word.verdict] : []));
  const path = words.find((word) => 'path' in word)?.path;
  const complaints = words.flatMap((word) => ('complaint' in word ? [word.complaint] : []));
  const bare = verdicts.find((verdict) => verdict === language);
  if (bare !== undefined) complaints.push(noLanguage(bare));
  else if (given.length > 1)
    complaints.push({ code: 'example-verdict', message: `This example is both ${given.join(' and ')}.`, fix: 'Keep one verdict.' });
  else if (given.length === 0 && complaints.length === 0) complaints.push(noVerdict);
  const verdict = given[0] ?? bare;
  const mistakes = complaints.map((complaint) => ({ ...placeOf(node), ...complaint }));
  return { language, ...(verdict && { verdict }), ...(path && { path }), mistakes };
}

const noVerdict: Complaint = {
  code: 'example-verdict',
  message: 'This example has no verdict.',
  fix: 'Write bad, good or fixed after its language.',
};

function noLanguage(verdict: Verdict): Complaint {
  return {
    code: 'example-language',
    message: `This example names no language before \`${verdict}\`.`,
    fix: `Write \`\`\`ts ${verdict}, or another language.`,
  };
}

function readWord(word: string): Word {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(word) ?? [];
  if (name !== undefined && value !== undefined) return readAttribute(name, value);
  const verdict = verdicts.find((known) => known === word);
  if (verdict !== undefined) return { verdict };
  const message = `Unknown word \`${word}\` on an example.`;
  return { complaint: { code: 'example-verdict', message: didYouMean(message, word, verdicts), fix: 'Verdicts are bad, good and fixed.' } };
}

function readAttribute(name: string, value: string): Word {
  if (name !== 'path') {
    const message = `Unknown attribute \`${name}\` on an example.`;
    return { complaint: { code: 'example-attribute', message: didYouMean(message, name, ['path']), fix: 'Write path="src/file.ts".' } };
  }
  const path = /^"([^"]*)"$/.exec(value)?.[1];
  if (path === undefined) {
    const fix = `Write path="${value.replace(/["']/g, '')}".`;
    return { complaint: { code: 'example-path', message: 'The path of an example stands between double quotes.', fix } };
  }
  const mistake = pathMistake(path);
  return mistake === undefined ? { path } : { complaint: { code: 'example-path', message: `The path of an example ${mistake}.` } };
}

function didYouMean(message: string, word: string, candidates: readonly string[]): string {
  const meant = nearest(word, candidates);
  return meant === undefined ? message : `${message} Did you mean \`${meant}\`?`;
}

/** Words apart at spaces, except between double quotes. */
function splitWords(meta: string): string[] {
  return meta.match(/(?:[^\s"]+|"[^"]*"?)+/g) ?? [];
}
