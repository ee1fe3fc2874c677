import type { Compilation } from '#guardrails/compile-rules.ts';

type Missing = ReturnType<Compilation['missing']>;

interface MissingWords {
  message: string;
  /** The second half of the message: who needs what. */
  needs: string;
  fix: string;
}

/** What a person is told of packages that lack their part for this system, and does about it; undefined when none does. */
export function describeMissing(missing: Missing): MissingWords | undefined {
  if (missing.length === 0) return undefined;
  const others = missing.filter(({ install }) => install === undefined);
  return others.length > 0 ? ownPackages(others) : grammars(missing);
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

/** They do not come with Tackroom: each team needs a few, and all are ten times its size. */
function grammars(missing: Missing): MissingWords {
  const names = missing.map(({ name }) => name).join(', ');
  const needs = `their languages need ${names}, which ${missing.length === 1 ? 'is' : 'are'} not installed beside Tackroom`;
  return {
    message: `guardrails cannot run: ${needs}`,
    needs,
    fix: `Run: npm install --save-dev ${missing.map(({ install }) => install).join(' ')} (with -g instead of --save-dev where Tackroom is global).`,
  };
}
