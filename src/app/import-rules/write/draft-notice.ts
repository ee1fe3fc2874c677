/**
 * Why an imported page is a draft: its source stays where it is and every session still reads it, so nothing is lost while the draft
 * waits; in force at once, each rule would be said twice, and what nobody has sorted would judge every change.
 */
export function draftNotice(how: string): string {
  return `<!-- A draft: nothing reads it. Its sources say the same, and agents read them as before. ${how} -->`;
}
