/** Words that ask for something, wherever they stand. */
const asks =
  /\b(?:must|never|always|should|shall|don'?t|do not|does not|may not|cannot|avoid|prefer|ensure|make sure|required?|forbidden|prohibited|mandatory|instead of|rather than|only (?:use|when|if|in)|no (?:more than|new|direct|inline|hard-?coded|magic))\b/i;

/** Verbs that begin a sentence which asks for something. */
const verbs =
  'add|apply|ask|assume|avoid|batch|break|build|cache|call|catch|check|choose|clean|close|commit|compose|confirm|consider|create|declare|default|define|delete|derive|describe|design|document|enforce|escape|explain|export|extract|fail|favou?r|fix|follow|format|group|guard|handle|implement|import|include|inject|isolate|keep|leave|limit|link|log|maintain|mark|match|measure|memoi[sz]e|minimi[sz]e|mock|move|name|normali[sz]e|omit|optimi[sz]e|order|organi[sz]e|parse|pass|pin|place|prefer|prefix|preserve|propagate|provide|put|read|reduce|refactor|reject|remove|rename|replace|report|respect|return|reuse|review|run|sanitize|separate|set|skip|sort|split|start|state|stick|stop|store|structure|test|throw|treat|type|update|use|utili[sz]e|validate|verify|wait|wrap|write';

const begins = new RegExp(`^(?:no|not|one|each|every|all|only|${verbs})\\b`, 'i');

/** Headings below which a list says what must be, and not how something is done. */
export const ruleHeading =
  /\b(?:rules?|principles?|guidelines?|standards?|conventions?|practices?|requirements?|constraints?|policy|policies|style|do'?s|don'?ts|never|always|must)\b/i;

/** Whether a text asks something of whoever changes the code, as far as its words tell; descriptions begin with the thing they describe. */
export function isRule(text: string): boolean {
  const plain = text
    .replace(/^\s*(?:[-*+•]|\d{1,9}[.)])\s+(?:\[[ x]\]\s*)?/i, '')
    .replace(/```[\s\S]*?(?:```|$)/g, ' ')
    .replace(/\*\*|__/g, '')
    .trim();
  return begins.test(plain) || begins.test(plain.replace(/^[^:.`]{1,40}:\s+/, '')) || asks.test(plain);
}

/** Whether a text begins with the thing that it tells of: `src/api`: the handlers. */
export function isDescription(text: string): boolean {
  return /^\s*(?:[-*+•]|\d{1,9}[.)])\s+(?:\*\*)?(?:`[^`]+`|\[[^\]]+\]\([^)]*\)|https?:)/.test(text);
}
