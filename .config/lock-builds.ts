/** Which builds for other platforms a package-lock.json leaves out, and what their entries are. */

/** What of an entry of package-lock.json is of interest here. */
export interface LockPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Entries by path, as in the file. */
export type LockPackages = Readonly<Record<string, LockPackage>>;

const OS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const CPU = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

/** Entries to add, for builds asked for by exact version with a platform in their name; in the order they are asked for. */
export function missingBuilds(packages: LockPackages): LockPackages {
  const missing: Record<string, LockPackage> = {};
  for (const [parent, entry] of Object.entries(packages))
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const paths = [`${parent}/node_modules/${name}`, `node_modules/${name}`];
      const words = name.split(/[-/]/);
      const os = OS.find((each) => words.includes(each));
      const cpu = CPU.find((each) => words.includes(each));
      if (paths.some((path) => path in packages) || os === undefined || cpu === undefined) continue;
      if (!/^\d+\.\d+\.\d+$/.test(version))
        throw new Error(`${parent} asks for ${name} ${version}: not an exact version`);
      const dev = entry.dev === true ? { dev: true } : {};
      missing[`node_modules/${name}`] = { version, cpu: [cpu], ...dev, optional: true, os: [os] };
    }
  return missing;
}
