import type { JsonNode } from './json-outline.ts';

type Container = Extract<JsonNode, { kind: 'object' | 'array' }>;

/** Adds `"key": value` as the last member of an object; every other character stays as it is. */
export function addMember(text: string, object: Container, member: { key: string; value: unknown }): string {
  return append(text, object, (layout) => `${JSON.stringify(member.key)}: ${render(member.value, layout)}`);
}

/** Adds a value as the last item of an array. */
export function addItem(text: string, array: Container, value: unknown): string {
  return append(text, array, (layout) => render(value, layout));
}

/** Puts another value in the place of one. */
export function replaceNode(text: string, node: JsonNode, value: unknown): string {
  return text.slice(0, node.start) + JSON.stringify(value) + text.slice(node.end);
}

/** Takes the part at `index` out, with its comma and the space before it. */
export function removePart(text: string, container: Container, index: number): string {
  const parts = partsOf(container);
  const part = parts[index];
  if (part === undefined) return text;
  if (parts.length === 1) return text.slice(0, container.start + 1) + text.slice(container.end - 1);
  const before = parts[index - 1];
  const after = parts[index + 1];
  if (before !== undefined) return text.slice(0, before.end) + text.slice(part.end);
  return text.slice(0, part.start) + text.slice(after?.start ?? part.end);
}

interface Layout {
  eol: string;
  unit: string;
  /** White space that the container's own line begins with. */
  indent: string;
}

function append(text: string, container: Container, rendered: (layout: Layout) => string): string {
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', container.start) + 1))?.[0] ?? '';
  const layout = { eol: text.includes('\r\n') ? '\r\n' : '\n', unit: indentUnit(text), indent };
  const last = partsOf(container).at(-1);
  const from = last?.end ?? container.start + 1;
  const tail = text.slice(from, container.end - 1);
  const closing = last !== undefined && tail.includes('\n') ? tail : layout.eol + indent;
  const inner = { ...layout, indent: indent + layout.unit };
  return `${text.slice(0, from)}${last === undefined ? '' : ','}${layout.eol}${inner.indent}${rendered(inner)}${closing}${text.slice(container.end - 1)}`;
}

function render(value: unknown, layout: Layout): string {
  return JSON.stringify(value, null, layout.unit)
    .split('\n')
    .join(layout.eol + layout.indent);
}

function indentUnit(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}

function partsOf(container: Container): { start: number; end: number }[] {
  if (container.kind === 'array') return container.items;
  return container.members.map((member) => ({ start: member.start, end: member.value.end }));
}
