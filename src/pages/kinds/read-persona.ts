import type { ListItem } from 'mdast';
import type { PersonaBullet } from '#kernel/records/page.ts';
import { firstParagraph } from '../body/first-paragraph.ts';
import { placeOf } from '../body/place-of.ts';
import { plainText } from '../body/plain-text.ts';
import type { Mistake } from '../mistake.ts';
import type { BodyReading, PageSource } from './page-source.ts';

/** The body of a persona: whose eyes these are, and what they look for. Lists inside a bullet belong to it. */
export function readPersona({ root, page, text }: PageSource): BodyReading<{ intro: string; bullets: PersonaBullet[] }> {
  const intro = firstParagraph(root);
  const read = root.children.flatMap((node) => (node.type === 'list' ? node.children : [])).map((item) => readBullet(item, text));
  const bullets = read.flatMap(({ bullet }) => (bullet === undefined ? [] : [bullet]));
  const mistakes = [...read.flatMap(({ mistake }) => (mistake === undefined ? [] : [mistake])), ...duplicates(bullets)];
  const place = { line: page.bodyLine, column: 1 };
  if (intro === '')
    mistakes.push({
      ...place,
      code: 'missing-intro',
      message: 'This persona has no first paragraph: whose eyes are these?',
      fix: 'Begin the body with one paragraph about the persona.',
    });
  if (read.length === 0)
    mistakes.push({
      ...place,
      code: 'missing-bullets',
      message: 'This persona looks for nothing: it has no bullets.',
      fix: 'Add bullets such as `- [timeouts] Every call has a deadline.`',
    });
  return { value: { intro, bullets }, mistakes };
}

/** Read from the source, because a Markdown parser may take `[timeouts]` for a link. */
function readBullet(item: ListItem, text: string): { bullet?: PersonaBullet; mistake?: Mistake } {
  const place = placeOf(item);
  const source = text.slice(item.position?.start.offset, item.position?.end.offset).replace(/^(?:[-+*]|\d+[.)])[ \t]*/, '');
  const id = /^\[([^\]\n]*)\]/.exec(source)?.[1];
  if (id === undefined)
    return {
      mistake: {
        ...place,
        code: 'bullet-id',
        message: 'This bullet has no id.',
        fix: 'Begin it with a word in brackets that never changes: `- [timeouts] ...`.',
      },
    };
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    return { mistake: { ...place, code: 'bullet-id', message: `\`${id}\` is no id: an id is lower-case words joined by hyphens.` } };
  const said = plainText(item.children)
    .replace(`[${id}]`, '')
    .replace(new RegExp(`^${id}\\b`), '')
    .trim();
  if (said === '') return { mistake: { ...place, code: 'bullet-text', message: `The bullet \`${id}\` says nothing.` } };
  return { bullet: { id, text: said, line: place.line } };
}

function duplicates(bullets: readonly PersonaBullet[]): Mistake[] {
  return bullets.flatMap(({ id, line }, index): Mistake[] => {
    const first = bullets.findIndex((other) => other.id === id);
    if (first === index) return [];
    return [
      {
        line,
        column: 1,
        code: 'duplicate-id',
        message: `The bullet id \`${id}\` is already on line ${bullets[first]?.line}.`,
        fix: 'Give this bullet an id of its own.',
      },
    ];
  });
}
