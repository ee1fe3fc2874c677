/** Small pieces of code, of everything that a selector may ask for. `$1` to `$3` become names of the selector, `'$s'` a text of it. */
export const samples: readonly string[] = `
$1();
$1;
$1($2);
$1('$s');
$1($2, $3);
$1($2, '$s');
$1('$s', $2);
$1(\`$s \${$2}\`);
$1(1, 2, 3);
$1(() => {});
$1(($2) => $3);
$1(async () => {});
$1(function () {});
$1($2());
$1({ $2: $3 });
$1({ $2: '$s' });
$1({ $2: true });
$1([]);
await $1();
$1.$2();
$1.$2($3);
$1.$2('$s');
$1.$2(() => {});
$1.$2(($3) => { return $3; });
$1.$2.$3();
$1.$2.$3;
$1().$2();
$1.$2;
$1['$s'];
$1[$2];
$1?.$2;
$1?.$2();
$1.$2 = $3;
$1 = $2;
$1 += 1;
this.$1 = $2;
this.$1();
new $1();
new $1($2);
new $1('$s', 1);
new $1.$2();
throw $1;
throw new $1('$s');
throw '$s';
delete $1.$2;
typeof $1 === '$s';
void 0;
!$1;
$1++;
++$1;
$1--;
$1 in $2;
$1 instanceof $2;
$1 == $2;
$1 != $2;
$1 == null;
$1 === $2;
$1 + $2;
$1 && $2;
$1 || $2;
$1 ?? $2;
$1 ? $2 : $3;
$1 ? $2 : $3 ? 1 : 0;
($1, $2);
const $1 = $2;
const $1 = '$s';
const $1 = $2.$3;
const $1 = $2();
const $1 = 0;
const $1 = true;
const $1 = null;
const $1 = [1, 2, 3];
const $1 = { $2: 1 };
const $1 = { $2() {} };
const $1 = { get $2() { return 1; } };
const $1 = { ...$2 };
const $1 = { [$2]: 1 };
const $1 = () => {};
const $1 = ($2) => $3;
const $1 = async () => {};
const $1 = function () {};
const $1 = class {};
const $1 = /$s/;
const { $1 } = $2;
const { $1 = 1, ...$2 } = $3;
const [$1, $2] = $3;
let $1;
let $1 = 1;
var $1 = 1;
function $1() {}
function $1($2) { return $2; }
function $1(a, b, c, d, e, f, g) {}
function $1($2 = 1, ...$3) {}
async function $1() { await $2(); }
function* $1() { yield $2; }
function $1() { return; }
function $1() { return $2 ? $3 : 1; }
function $1() { if ($2) { return 1; } return 2; }
class $1 {}
class $1 extends $2 {}
class $1 { $2() {} }
class $1 { static $2() {} }
class $1 { get $2() { return 1; } }
class $1 { constructor($2) {} }
class $1 { $2 = $3; }
class $1 { static $2 = 1; }
class $1 { #$2 = 1; }
class $1 { $2() { return this.$3; } }
if ($1) $2();
if ($1) { $2(); }
if ($1) { $2(); } else { $3(); }
if ($1 = $2) {}
if ($1 || $2) {}
if ($1 && $2) {}
if (!$1) {}
for (let i = 0; i < 3; i++) { $1(); }
for (const $1 of $2) { $3(); }
for (const $1 in $2) { $3(); }
for await (const $1 of $2) {}
while ($1) { $2(); }
while (true) {}
do { $1(); } while ($2);
switch ($1) { case 1: $2(); break; default: }
switch ($1) { case '$s': break; }
try { $1(); } catch ($2) { $3(); }
try { $1(); } catch {}
try { $1(); } finally { $2(); }
$1: for (;;) { break $1; }
debugger;
with ($1) {}
;
{ $1(); }
'$s';
\`$s\`;
\`$s \${$1}\`;
$1\`$s\`;
/$s/;
import '$s';
import $1 from '$s';
import $1, { $2 } from '$s';
import { $1 } from '$s';
import { $1 as $2 } from '$s';
import * as $1 from '$s';
export { $1 } from '$s';
export * from '$s';
import('$s');
export default $1;
export default function () {}
export default class {}
export const $1 = 1;
export function $1() {}
import.meta.$1;
function $1() { return new.target; }
`
  .trim()
  .split('\n');

export const typeSamples: readonly string[] = `
const $1 = $2 as $3;
const $1 = $2 as const;
const $1 = $2!;
$1!.$2;
let $1: $2;
let $1: any;
let $1: unknown;
let $1: $2<$3>;
let $1: string | number;
let $1: string[];
function $1($2: any): void {}
enum $1 { $2 }
const enum $1 { $2 }
declare enum $1 { $2 }
interface $1 { $2: string }
type $1 = $2;
type $1 = { $2: string };
namespace $1 {}
class $1 { constructor(private $2: $3) {} }
abstract class $1 { abstract $2(): void }
import type { $1 } from '$s';
import { type $1 } from '$s';
`
  .trim()
  .split('\n');

export const jsxSamples: readonly string[] = `
<$1 />;
<$1 $2="$s" />;
<$1 $2={$3} />;
<$1 $2={() => {}} />;
<$1>{$2 && $3}</$1>;
<$1>$s</$1>;
<$1.$2 />;
<></>;
`
  .trim()
  .split('\n');

/** What code can stand in; `$0` becomes it. */
export const places: readonly string[] = [
  '$0',
  'function run() { $0 }',
  'async function run() { $0 }',
  'const run = () => { $0 };',
  'const run = async () => { $0 };',
  'class Run { run() { $0 } }',
  'class Run { constructor() { $0 } }',
  'for (const one of all) { $0 }',
  'async function run() { for (const one of all) { $0 } }',
  'while (more) { $0 }',
  'if (ready) { $0 }',
  'if (ready) $0',
  'try { $0 } catch (error) {}',
  'try {} catch (error) { $0 }',
  'switch (kind) { case 1: $0 }',
  'export $0',
];
