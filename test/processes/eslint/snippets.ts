/** JavaScript that any parser takes; each stands alone. */
export const scriptSnippets: readonly string[] = `
foo();
foo;
foo.bar();
foo?.bar();
foo?.bar;
foo?.();
(foo?.bar).baz();
foo?.bar.baz().qux;
foo.bar?.[0];
a[b];
a['x'];
a[0](x);
new Date();
new Date;
new Date(0);
new (Date)();
new foo.Bar(1, 2);
new Foo(a)(b);
setTimeout(f);
setTimeout(f, 10);
setTimeout(f, 10, x);
(setTimeout)(f);
window.setTimeout(f, 1);
console.log('x');
console.warn(x);
console['log'](x);
console.debug?.(x);
console.error('x', 0);
p.then(f);
p.then(f).catch(g);
p.then;
useStore().dispatch(x);
useStore(x).dispatch;
useFoo(1);
user();
require('lodash');
require("lodash");
require(lodash);
require('lodash/fp');
t(\`a\`);
t(\`a\${b}\`);
t('x');
t((\`x\`));
t(a, \`b\`);
t(foo());
t();
f(1, 'x');
f('x', 1, 2);
f(a, (0));
f(/* c */ a, 0);
f(function () {});
f(() => {});
f(async () => { await g(); });
f(...a);
eval('x');
new eval(x);
window.location;
window.location.href = 'x';
window['location'];
this.foo = 1;
this.foo();
el.innerHTML = x;
delete a.b;
void 0;
typeof a;
!a;
-1;
a in b;
a instanceof b;
a == b;
a != b;
a === b;
a + b;
a ?? b;
a || b && c;
a++;
++a;
--a;
a--;
a += 1;
a = b;
a.b = c;
(a).b = c;
[a, b] = c;
[, a] = b;
({ a, b: c } = d);
({ a = 1 } = d);
a = (b, c);
a, b;
a ? b : c;
a ? b : c ? d : e;
a ? (b ? c : d) : e;
a ? f(b ? c : d) : e;
var foo;
var a = 1, b;
let a;
let a = 1;
const a = 1;
const a = () => {};
const a = (() => {});
const { a } = props;
const { a, ...rest } = props;
const { a: b = 1, c = 2 } = x;
const [a, b] = props;
const { style } = x;
for (var i = 0; i < 3; i++) {}
for (let i = 0, j; ; ) {}
for (;;);
for (i = 0; i < 3; i++) foo();
for (const x of y) {}
for (let x of y) foo(x);
for (var x of y);
for (x of y) {}
for (const [a, b] of y) {}
for (const { a } of y) {}
for (const x in y) {}
for (x in y) {}
for (var foo in y) {}
while (true) {}
while (a) b();
do { a(); } while (b);
do a(); while (true);
if (a) b();
if (a) { b(); }
if (a) b(); else c();
if (a) { b(); } else { c(); }
if (a) { b(); } else if (c) { d(); }
if (a) if (b) c();
if (a = b) c();
if ((a = b)) {}
switch (a) { case 1: b(); break; default: c(); }
switch (a) { case 1: return1; }
switch (a) {}
switch (a) { case 'x': foo(); foo2(); case true: case null: }
lab: for (;;) { break lab; }
lab: { foo(); }
debugger;
;
{ }
{ foo(); ; }
throw a;
throw 'x';
throw new Error('x');
throw (new Error('x'));
try { a(); } catch (e) {}
try { a(); } catch {}
try { a(); } finally { b(); }
try {} catch (e) { throw e; } finally {}
function foo() {}
function foo() { return; }
function foo() { return 1; }
function foo() { return a ? b : c; }
function foo() { a(); return b; }
function foo() { const a = 1; const b = 2; return a + b; }
function foo() { if (a) return 1; return 0; }
function foo(a, b) {}
function foo(a, b, c, d) {}
function foo(a = 1) {}
function foo({ a = 1, b }) {}
function foo({ a } = {}) {}
function foo([a, b = 2]) {}
function foo(...rest) {}
function foo(_a) { return _a; }
async function foo() {}
async function foo() { await a; }
async function foo() { for (const x of y) { await x; } }
async function foo() { for await (const x of y) {} }
async function foo() { while (a) await b(); }
async function foo() { await fetch(x); fetch(y); }
async function foo() { do { foo(await x); } while (1); }
function* foo() { yield a; }
function* foo() { yield* a; yield; }
async function* foo() {}
const f = function () {};
const f = function foo() { return this; };
const f = function* () {};
const f = async function () {};
const f = x => x;
const f = (x) => x;
const f = (x, y) => { return x; };
const f = async x => { await x; };
const f = async (x) => foo(x);
const f = async => async;
const f = () => foo();
const f = () => (foo());
const f = () => ({});
const f = () => ({ a: 1 });
const f = ({ x }) => x;
const f = (x = 1) => x;
const f = (a, b, c, d) => {};
const f = () => () => 1;
items.map((x) => x);
items.map((x) => { return x; });
items.map(x => { foo(x); });
items.map(function (x) { return x; });
class A {}
class A extends B {}
class A extends foo() {}
class A { constructor() {} }
class A extends B { constructor() { super(); } }
class A { foo() {} }
class A { foo() { return this.foo(); } }
class A { render() { super.render(); } }
class A { static foo() {} }
class A { static get foo() { return 1; } set foo(x) {} }
class A { async foo() { await x; } }
class A { *foo() { yield 1; } }
class A { [foo]() {} }
class A { ['render']() {} }
class A { 'render'() {} }
class A { x; }
class A { x = 1; }
class A { static x = 1; }
class A { x = () => {}; }
class A { #x = 1; foo() { return this.#x; } }
class A { #foo() {} }
class A { static { foo(); } }
class A { get() {} set() {} static() {} async() {} }
class A { static constructor() {} }
const A = class {};
const A = class B extends C {};
foo(class {});
export default class {}
export default class A {}
export default function () {}
export default function foo() {}
export default async function () {}
export default (function () {});
export default () => {};
export default foo;
export default 1;
export const a = 1;
export let a;
export function foo() {}
const foo = 1; export { foo };
const foo = 1; export { foo as default };
export { a } from 'lodash';
export * from 'lodash';
export * as ns from 'lodash';
import 'lodash';
import _ from 'lodash';
import * as _ from 'lodash';
import { a } from 'lodash';
import { a as b } from "lodash";
import React, { FC } from 'react';
import { FC, useState } from 'react';
import { FC as F } from 'react';
import a from '../a';
import a from './a';
import('x');
const a = await import('lodash');
import.meta.url;
function Foo() { return new.target; }
({});
({ a });
({ a, b });
({ a: 1 });
({ a: 1, b: 2 });
({ 'a': 1 });
({ 1: a });
({ [a]: 1 });
({ a() {} });
({ async a() {} });
({ *a() {} });
({ get a() { return 1; } });
({ set a(x) {} });
({ a: () => {} });
({ a: function () {} });
({ ...a });
({ a, ...b });
({ style: {} });
({ style });
({ style() {} });
[];
[a];
[a, b, c];
[...a];
[1, 2];
\`\`;
\`a\`;
\`\${a}\`;
\`\${foo()} b \${c}\`;
\`see http://x\`;
\`a \${b} http://x \${c}\`;
gql\`a\`;
gql\`a\${b}\`;
a.gql\`b\`;
'http://x';
"http://x";
'x';
"x";
x = "x";
x = 'it is x';
true;
false;
null;
0;
x = 0;
1;
10n;
/x/g;
/http:/;
undefined;
foo = undefined;
name;
a.name;
a.b.name.c;
foo(name);
({ name });
const { name } = a;
const { b: name } = a;
a._b;
_a;
(foo)();
(((foo)))(((x)));
((a.b)).c();
foo() || bar();
a && foo();
!foo();
await foo();
async () => { if (a) { await b; } };
() => { try { return fetch(x); } catch (e) { foo(e); } };
() => fetch(x);
async () => await fetch(x);
foo(a, b => b, 'x');
let a = 1;\\nlet b = 2;\\nfoo();\\nlet c = 3;
foo();\\n\\nfoo2();\\nreturn1;
if (a) {\\n  foo();\\n} else {\\n  bar();\\n}
function foo() {\\n  bar();\\n  // why\\n  return 1;\\n}
class A {\\n  x = 1;\\n\\n  foo() {\\n    return 'x';\\n  }\\n}
const x = {\\n  a,\\n  b() {\\n    return this.a;\\n  },\\n};
`
  .trim()
  .split('\n')
  .map((line) => line.replaceAll('\\n', '\n'));

/** Only scripts take these. */
export const sloppySnippets: readonly string[] = ['with (a) { b(); }', 'with (a) b();', 'var await = 1;', 'with (foo) for (var x in y);'];

export const jsxSnippets: readonly string[] = `
<div />;
<div></div>;
<div>text</div>;
<div style={{}} />;
<div style={x} className="a" />;
<div className={'a'} {...props} />;
<A.B c="x" />;
<A.B>{foo}</A.B>;
<a.div.c />;
<></>;
<><div /></>;
<button onClick={() => {}} />;
<button onClick={foo}>x</button>;
<button type="button"><b>x</b></button>;
const a = () => <div>{a && <b />}</div>;
const f = (x) => { return <div>{x.map((y) => <i key={y} />)}</div>; };
<div>{a ? b : c}</div>;
<div>{/* c */}</div>;
<div name="x" foo />;
<foo>{name}</foo>;
`
  .trim()
  .split('\n');

export const typeSnippets: readonly string[] = `
const a = b as any;
const a = b as const;
const a = b as Foo;
const a = b as unknown as Foo;
const a = (b as Foo).c;
const a = b as Array<string>;
const a = b!;
a!.b;
a?.b!.c;
a!();
enum A { B, C = 1 }
const enum A { foo }
export enum A { B = 'x' }
declare enum A {}
interface A { a: string; foo(): void }
interface A extends B<C> { name: any }
type A = string | number;
type A = string | (number | null);
type A = { a: any; b?: unknown };
type A<T> = Array<T>;
type A = Array<Array<string>>;
type A = string[];
type A = foo.Array<x>;
type A = () => void;
let a: any;
let a: Array<any> = [];
let a: unknown = 0;
let foo: Foo = undefined;
function foo(a: string, b?: number): any {}
function foo(a: string = 'x', ...rest: any[]) {}
function foo({ a = 1 }: Foo, b: Bar = {}) {}
function foo(this: Foo, a: number) {}
function foo<T extends any>(a: T): T { return a; }
function foo(a: string): void;\\nfunction foo(a: any): void {}
declare function foo(): any;
declare const foo: string;
export declare const foo: any;
class A { private x: number = 1; readonly y = 2; }
class A { constructor(private x: number, public readonly y = 1) {} }
class A<T> extends B<T> implements C {}
abstract class A { abstract foo(): void; x = 1; }
class A { static x: Array<string> = []; name?: string; }
namespace foo { export const a = 1; }
declare module 'x' { export const a: string; }
import type { A } from 'lodash';
import { type A } from 'lodash';
import foo = require('lodash');
export type { A } from 'lodash';
export type A = any;
export interface A {}
export default interface A {}
const f = (a: string, b: any) => a;
const f = async (x: any): Promise<any> => { await x; };
const f = (x: Foo) => x;
const f = <T,>(x: T) => x;
foo<string>(a);
new Date<any>();
items.map((x: any) => { return x as Foo; });
@foo class A {}
class A { @foo() bar; @foo render() {} }
a satisfies B;
const a = { b: 1 } satisfies Foo;
let x: null | undefined;
let x: typeof foo;
let a: readonly string[];
function isA(x: any): x is A { return true; }
`
  .trim()
  .split('\n')
  .map((line) => line.replaceAll('\\n', '\n'));
