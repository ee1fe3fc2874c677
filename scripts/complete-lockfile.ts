/** What a lockfile says of one installed package, as far as we look. */
export interface LockedPackage {
  version?: string;
  optionalDependencies?: Record<string, string>;
  [field: string]: unknown;
}

export type LockedPackages = Record<string, LockedPackage>;

/**
 * The packages of other systems that npm left out of the lockfile, by the folder each belongs in. npm writes only those
 * that it could resolve when it installed, and then `npm ci` refuses the lockfile as out of sync (npm/cli#4828).
 */
export function missingPlatformPackages(packages: LockedPackages): LockedPackages {
  const missing: LockedPackages = {};
  for (const [folder, about] of Object.entries(packages)) {
    const wanted = Object.entries(about.optionalDependencies ?? {});
    const sibling = wanted.map(([name, range]) => find(packages, folder, { name, range })).find((at) => at !== undefined);
    for (const [name, range] of wanted) {
      if (find(packages, folder, { name, range }) !== undefined) continue;
      const beside = `${sibling === undefined ? '' : sibling.slice(0, sibling.lastIndexOf('node_modules/'))}node_modules/${name}`;
      const key = packages[beside] === undefined ? beside : `${folder}/node_modules/${name}`;
      missing[key] = describe(name, { version: range.replace(/^[\^~]/, ''), dev: about.dev === true });
    }
  }
  return missing;
}

/** Looks where Node would: in the package's own folder, then in each above it. */
function find(packages: LockedPackages, from: string, wanted: { name: string; range: string }): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    const key = `${folder === '' ? '' : `${folder}/`}node_modules/${wanted.name}`;
    const found = packages[key];
    if (found !== undefined) return /^\d/.test(wanted.range) && found.version !== wanted.range ? undefined : key;
    if (folder === '') return undefined;
  }
}

const systems: Record<string, string> = { win: 'win32', windows: 'win32' };
const knownSystems = /^(?:aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)$/;
const knownProcessors = /^(?:arm|arm64|ia32|loong64|mips64el|ppc64|riscv64|s390x|x64)$/;

/** Such packages carry in their name what they are for; with that, npm passes over them elsewhere without asking for them. */
function describe(name: string, about: { version: string; dev: boolean }): LockedPackage {
  const words = name.split(/[/-]/).map((word) => systems[word] ?? word);
  const os = words.filter((word) => knownSystems.test(word));
  const cpu = words.filter((word) => knownProcessors.test(word));
  const libc = words.includes('musl') ? ['musl'] : [];
  return {
    version: about.version,
    ...(cpu.length > 0 && { cpu }),
    ...(about.dev && { dev: true }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}
