import type { Compilation } from '#guardrails/compile-rules.ts';
import { installBeside } from '../setup/install-beside.ts';

type Missing = ReturnType<Compilation['missing']>;

interface MissingWords {
  message: string;
  /** The second half of the message: who needs what. */
  needs: string;
  fix: string;
}

/** What a person at `root` is told of packages that are missing, or lack their part for this system, and does about it; undefined when none does. */
export function describeMissing(missing: Missing, root: string): MissingWords | undefined {
  if (missing.length === 0) return undefined;
  const others = missing.filter(({ install }) => install === undefined);
  return others.length > 0 ? ownPackages(others) : grammars(missing, root);
}

function ownPackages(missing: Missing): MissingWords {
  const system = `${process.platform}-${process.arch}`;
  const each = missing.map(({ name, reason }) => `${name} (${reason})`).join(', ');
  const needs = `not installed for ${system}, or not able to start there: ${each}`;
  return {
    message: `guardrails cannot run: ${needs}`,
    needs,
    fix: 'Remove node_modules and install again with optional dependencies (npm: --include=optional), on the system that runs it.',
  };
}

const mostPages = 5;

/** They do not come with Tackroom: each team needs a few, and all are ten times its size. */
function grammars(missing: Missing, root: string): MissingWords {
  const names = missing.map(({ name }) => name).join(', ');
  const pages = [...new Set(missing.flatMap((one) => one.pages))];
  const shown = pages.length <= mostPages ? pages : [...pages.slice(0, mostPages), `${pages.length - mostPages} more`];
  const needs = `their languages need ${names}, which ${missing.length === 1 ? 'is' : 'are'} not installed beside Tackroom`;
  return {
    message: `guardrails cannot run (${shown.join(', ')}): ${needs}`,
    needs,
    fix: `Run: ${installBeside(
      missing.flatMap(({ install }) => install ?? []),
      root,
    )}`,
  };
}
