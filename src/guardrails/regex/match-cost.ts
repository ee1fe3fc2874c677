import { parseRegex, type RegexNode } from './parse-regex.ts';

/**
 * Upper bound of the steps a backtracking engine takes over a text of this length. Infinity where none is proven:
 * a repeat around a repeat or a choice, a back reference, an expression we do not understand.
 */
export function matchCost(source: string, length: number): number {
  const node = parseRegex(source, 'javascript');
  if (node === undefined) return Infinity;
  const { ways, repeats } = shape(node);
  return ways * Math.max(length, 1) ** (repeats + 1);
}

/** `ways`: how many fixed paths there are; `repeats`: how many open-ended repeats follow each other on one of them. */
interface Shape {
  ways: number;
  repeats: number;
}

function shape(node: RegexNode): Shape {
  switch (node.type) {
    case 'char':
    case 'set':
    case 'edge':
      return { ways: 1, repeats: 0 };
    case 'back':
      return { ways: Infinity, repeats: 0 };
    case 'look':
      return shape(node.body);
    case 'sequence':
      return node.parts.map(shape).reduce(product, { ways: 1, repeats: 0 });
    case 'choice':
      return node.options.map(shape).reduce((a, b) => ({ ways: a.ways + b.ways, repeats: Math.max(a.repeats, b.repeats) }));
    case 'repeat':
      return shapeOfRepeat(shape(node.body), node.min, node.max);
  }
}

function product(a: Shape, b: Shape): Shape {
  return { ways: a.ways * b.ways, repeats: a.repeats + b.repeats };
}

function shapeOfRepeat(body: Shape, min: number, max: number): Shape {
  if (max === Infinity) return { ways: body.ways > 1 || body.repeats > 0 ? Infinity : Math.max(min, 1), repeats: 1 };
  return { ways: Math.max(max - min + 1, 1) * body.ways ** Math.max(max, 1) * Math.max(max, 1), repeats: body.repeats * max };
}
