import { Document, visit } from 'yaml';

const longestLine = 110;

/** YAML in which whatever fits on one line stands on one: made rules are deep, and nobody reads a word per line. */
export function compactYaml(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Collection: (_, node) => {
      if (node === document.contents || JSON.stringify(node.toJSON()).length > longestLine) return undefined;
      node.flow = true;
      return visit.SKIP;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}
