import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LockPackages, missingBuilds } from '../.config/lock-builds.ts';

const path = resolve(import.meta.dirname, '../package-lock.json');

describe('package-lock.json', () => {
  it('names every build for another platform, or npm ci refuses it (npx tsx .config/complete-lock.ts adds them)', () => {
    const { packages } = JSON.parse(readFileSync(path, 'utf8')) as { packages: LockPackages };
    expect(Object.keys(packages).length).toBeGreaterThan(300);
    expect(missingBuilds(packages)).toEqual({});
  });

  it('a build that is left out is seen, one that stands inside its parent is not', () => {
    const packages: LockPackages = {
      'node_modules/tool': {
        dev: true,
        optionalDependencies: { '@tool/darwin-arm64': '1.0.0', '@tool/linux-x64': '1.0.0' },
      },
      'node_modules/tool/node_modules/@tool/linux-x64': { version: '1.0.0' },
    };
    expect(missingBuilds(packages)).toEqual({
      'node_modules/@tool/darwin-arm64': {
        version: '1.0.0',
        cpu: ['arm64'],
        dev: true,
        optional: true,
        os: ['darwin'],
      },
    });
  });
});
