/** Options of rules that forbid imports and properties, as people write them. */
export const restricted: readonly { rule: string; options: unknown[] }[] = [
  { rule: 'no-restricted-imports', options: ['lodash', 'node:fs'] },
  { rule: 'no-restricted-imports', options: [{ paths: [{ name: 'lodash', message: 'Take lodash-es.' }] }] },
  { rule: 'no-restricted-imports', options: [{ paths: [{ name: 'react', importNames: ['FC', 'default'] }] }] },
  { rule: 'no-restricted-imports', options: [{ paths: [{ name: 'react', importNames: ['FC'] }] }] },
  { rule: 'no-restricted-imports', options: [{ paths: [{ name: 'react', allowTypeImports: true }] }] },
  { rule: 'no-restricted-imports', options: [{ patterns: ['lodash/*'] }] },
  { rule: 'no-restricted-imports', options: [{ patterns: ['lodash/*', '!lodash/fp'] }] },
  { rule: 'no-restricted-imports', options: [{ patterns: [{ group: ['../*'], message: 'Not upwards.' }] }] },
  { rule: 'no-restricted-imports', options: [{ patterns: [{ group: ['**/internal/**', '@acme/*/src'] }] }] },
  { rule: 'no-restricted-imports', options: [{ patterns: [{ group: ['internal'] }] }] },
  { rule: 'no-restricted-imports', options: [{ patterns: [{ group: ['Lodash/*'], caseSensitive: true }] }] },
  { rule: 'no-restricted-imports', options: [{ patterns: [{ group: ['react*'], importNames: ['FC'] }] }] },
  { rule: 'no-restricted-imports', options: [{ patterns: [{ group: ['react'], importNamePattern: '^use' }] }] },
  { rule: 'no-restricted-imports', options: [{ patterns: [{ regex: '^@acme/(?:ui|web)/src' }] }] },
  { rule: 'no-restricted-imports', options: [{ paths: ['react'], patterns: ['lodash/fp'] }] },
  { rule: 'no-restricted-properties', options: [{ object: 'Math', property: 'pow', message: 'Write **.' }] },
  { rule: 'no-restricted-properties', options: [{ object: 'window', property: 'location' }] },
];

export const importSnippets: readonly string[] = `
import 'lodash';
import _ from 'lodash';
import _ from "Lodash";
import { map } from 'lodash';
import map from 'lodash/map';
import map from 'Lodash/map';
import fp from 'lodash/fp';
import fp from 'lodash/fp/map';
import _ from 'lodash-es';
import fs from 'node:fs';
import React from 'react';
import React, { FC } from 'react';
import { FC } from 'react';
import { FC as F } from 'react';
import { useState, FC } from 'react';
import { useState } from 'react';
import { default as React } from 'react';
import * as React from 'react';
import type { FC } from 'react';
import { type FC } from 'react';
import { type FC, useState } from 'react';
import type React from 'react';
import 'react-dom';
import { FC } from 'react-dom';
import a from '../a';
import a from '../../a/b';
import a from './a';
import a from '..';
import a from 'x/internal/y';
import a from 'internal';
import a from './internal';
import a from '@acme/ui/src';
import a from '@acme/ui/src/button';
import a from '@acme/web';
export { FC } from 'react';
export { FC as F, useState } from 'react';
export { type FC } from 'react';
export type { FC } from 'react';
export { map } from 'lodash';
export * from 'react';
export * from 'lodash/map';
export * as ns from 'lodash';
export const a = 'lodash';
require('lodash');
import('lodash');
import {\\n  useState,\\n  FC,\\n} from 'react';
Math.pow(1, 2);
Math['pow'](1, 2);
Math[pow](1, 2);
Math.max(1, 2);
a.Math.pow;
Math?.pow;
const { pow } = Math;
const { pow: p, max } = Math;
const { max } = Math;
const { [pow]: p } = Math;
({ pow } = Math);
function f({ pow } = Math) {}
function f({ pow: p = 1, ...rest } = Math) {}
const f = ({ pow = 1 } = Math) => pow;
const { pow = 1 } = Math;
const { 'pow': p } = Math;
const { ['pow']: p } = Math;
const { [\`pow\`]: p } = Math;
const { a: { pow } = Math } = b;
const { a: { pow } } = Math;
const [{ pow }] = Math;
const [{ pow } = Math] = b;
const { ...pow } = Math;
const { pow } = (Math);
const { pow } = Math.a;
const { pow } = a || Math;
const b = { pow: Math };
(Math).pow;
((Math)).pow;
Math[('pow')];
Math[\`pow\`](1, 2);
Math?.['pow'];
Math!.pow;
Math.pow.call(a);
Math\\n  // a comment\\n  .pow(1, 2);
this.Math.pow;
(Math as any).pow;
let a: typeof Math.pow;
let a: typeof Math.pow.name;
typeof Math.pow;
class A { Math = { pow: 1 }; pow = Math.pow; }
for (const { pow } of Math) {}
for (const { pow } = Math; ; ) {}
[{ pow }] = Math;
({ a: { pow } = Math } = b);
({ 'pow': p } = Math);
Math.Pow;
delete Math.pow;
Math.pow = 1;
Math.pow++;
window.location.href;
const { location } = window;
`
  .trim()
  .split('\n')
  .map((line) => line.replaceAll('\\n', '\n'));
