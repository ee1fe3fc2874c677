import { isScalar, parseDocument, stringify } from 'yaml';

/** Sets keys of front matter, and leaves all else as a person wrote it: order, comments, quotes. `head` includes its lines `---`. */
export function editHead(head: string, values: Readonly<Record<string, string>>): string {
  const newline = head.includes('\r\n') ? '\r\n' : '\n';
  const from = head.indexOf('\n') + 1;
  const to = head.lastIndexOf('---');
  let yaml = head.slice(from, to);
  for (const [key, value] of Object.entries(values)) yaml = setKey(yaml, { key, value: stringify(value).trimEnd(), newline });
  return head.slice(0, from) + yaml + head.slice(to);
}

function setKey(yaml: string, { key, value, newline }: { key: string; value: string; newline: string }): string {
  const node = parseDocument(yaml).get(key, true);
  const range = isScalar(node) ? node.range : undefined;
  if (range === undefined || range === null || range[0] === range[1]) return `${yaml}${key}: ${value}${newline}`;
  return yaml.slice(0, range[0]) + value + yaml.slice(range[1]);
}
