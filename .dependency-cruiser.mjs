// The rules of the house, derived from what files import. `test/house.test.ts` derives the first, second, third and sixth
// again from source, so that weakening this file alone is noticed. To add a room, give it a floor here and there.
const floor1 = 'platform';
const floor2 = 'pages|agents|models|trackers|forges|store|inbox|engine';
const floor3 = 'guardrails|knowledge|delivery|review|evidence|signals|lessons|orchestrator';
const floor5 = 'hooks|mcp|daemon|dashboard';
const anyRoom = '^src/([^/]+)/';

/** One rule per floor: what it may not import is everything above it. */
const upward = [
  ['kernel', `${floor1}|${floor2}|${floor3}|app|${floor5}|cli`],
  [floor1, `${floor2}|${floor3}|app|${floor5}|cli`],
  [floor2, `${floor3}|app|${floor5}|cli`],
  [floor3, `app|${floor5}|cli`],
  ['app', `${floor5}|cli`],
  [floor5, 'cli'],
].map(([lower, higher]) => ({
  name: 'down-only',
  comment:
    'Imports go down: kernel < platform < pages, agents, ... < guardrails, delivery, ... < app < hooks, ... < cli. ' +
    'An arrow up means that a lower room knows who uses it, and can no longer be read, tested or replaced alone. ' +
    'Pass the thing in as an argument, or move the noun to src/kernel/records.',
  severity: 'error',
  from: { path: `^src/(?:${lower})/` },
  to: { path: `^src/(?:${higher})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...upward,
    {
      name: 'islands',
      comment:
        'Stations do not know each other: each is one step of the product and can be changed alone. ' +
        'What two of them need is a noun in src/kernel/records; what joins them is app/.',
      severity: 'error',
      from: { path: `^src/(${floor3})/` },
      to: { path: `^src/(?:${floor3})/`, pathNot: '^src/$1/' },
    },
    {
      name: 'hands',
      comment:
        'Only src/platform touches files, processes and the network. Elsewhere this import means code that cannot be ' +
        'tested without a machine, and a second place to get process groups, links and deadlines wrong. ' +
        'engine/postgres is the one exception that the house knows.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(?:platform|engine/postgres)/' },
      to: {
        dependencyTypes: ['core'],
        path: '^(?:node:)?(?:fs|fs/promises|child_process|net|tls|dgram|http|https|http2|worker_threads|cluster)$',
      },
    },
    {
      name: 'thin-surfaces',
      comment:
        'A surface parses, makes one call into app, and renders. A surface that imports a station has logic that the other ' +
        'surfaces will not get; one that imports another surface cannot be shipped or stopped apart. Give app/ an entry for it.',
      severity: 'error',
      from: { path: `^src/(${floor5})/` },
      to: { path: '^src/', pathNot: '^src/(?:$1|app|kernel)/' },
    },
    {
      name: 'thin-cli',
      comment: 'The command line is a surface like the others, and the only one that starts others: it knows app, kernel and their doors.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/', pathNot: `^src/(?:cli|app|kernel|${floor5})/` },
    },
    {
      name: 'doors',
      comment:
        "A room's top-level files are its doors; its subfolders are private. Importing through the wall ties two rooms to " +
        'the way one of them is furnished. Use a door, or make one. app/wire.ts alone takes implementations out of their rooms. ' +
        'The doors of platform stand in its folders (docs/decisions/0005).',
      severity: 'error',
      from: { path: anyRoom, pathNot: '^src/app/wire[.]ts$' },
      to: { path: '^src/(?!kernel/records/|platform/[^/]+/[^/]+$)[^/]+/[^/]+/', pathNot: '^src/$1/' },
    },
    {
      name: 'no-circles',
      comment: 'Files in a ring, type imports included, can only be understood together. Move what both need to a file of its own.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'wire-chooses',
      comment:
        'A port (agent.ts, model.ts, tracker.ts, forge.ts, store.ts, engine.ts) is what its implementations have in common. One ' +
        'that imports them makes every user load them all, and closes a circle. Only app/wire.ts chooses.',
      severity: 'error',
      from: { path: '^src/([^/]+)/(?:agent|model|tracker|forge|store|engine)[.]ts$' },
      to: { path: '^src/$1/[^/]+/' },
    },
    {
      name: 'hook-without-wire',
      comment: 'app/hook.ts must not reach app/wire.ts: the wire loads every implementation, and an agent waits for its hook.',
      severity: 'error',
      from: { path: '^src/app/hook[.]ts$' },
      to: { path: '^src/app/wire[.]ts$', reachable: true },
    },
    {
      name: 'light-hooks',
      comment:
        'What harness/hook.mjs loads before it knows that there is work costs every tool call of every agent. A package belongs ' +
        'behind the engine (src/app/hook/), which comes by import() when needed. scripts/bundle-hook.ts proves the whole bundle.',
      severity: 'error',
      from: { path: '^src/(?:hooks/|platform/|app/hook(?:-process)?[.]ts$)' },
      to: { path: '^node_modules/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rooms-by-name',
      comment:
        'Another room is imported as `#room/file.ts`, never as `../room/file.ts`: the specifier then says that a wall is crossed, ' +
        'and files can move inside their room.',
      severity: 'error',
      from: { path: anyRoom },
      to: { path: '^src/', pathNot: '^src/$1/', dependencyTypesNot: ['aliased-subpath-import'] },
    },
    {
      name: 'own-room-by-path',
      comment: 'Inside a room files import each other as `./file.ts`: `#` marks the crossing of a wall.',
      severity: 'error',
      from: { path: anyRoom },
      to: { path: '^src/$1/', dependencyTypes: ['aliased-subpath-import'] },
    },
    {
      name: 'no-orphans',
      comment: 'Nobody imports this file and it imports nothing: it is left over.',
      severity: 'error',
      from: { path: '^src/', orphan: true },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere: a file was moved or a package is not installed.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-packages',
      comment: 'Users install `dependencies` and `optionalDependencies` only. A package from elsewhere works here and fails there.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
