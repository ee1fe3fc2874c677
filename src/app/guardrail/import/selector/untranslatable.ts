/** Thrown inside the translation of a selector, and caught where it began: why ast-grep cannot say the same. */
export class Untranslatable extends Error {}
