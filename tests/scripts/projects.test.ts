// The tiers of the tests: each file is in one project, and those named `*.long.test.ts` are in the long tier.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { CHECKS } from '../../scripts/lib/checks.mjs';

const root = resolve(import.meta.dirname, '../..');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');

interface Listed {
  readonly file: string;
  readonly projectName: string;
}

/** The files of every project, as vitest finds them. */
function listFiles(): readonly Listed[] {
  const args = [vitest, 'list', '--filesOnly', '--json'];
  const text = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return (JSON.parse(text) as readonly Listed[]).map(({ file, projectName }) => ({
    file: relative(root, file).replaceAll('\\', '/'),
    projectName,
  }));
}

it(
  'has each file in one project, by its name in the long tier or not',
  { timeout: 120_000 },
  () => {
    const listed = listFiles();
    const written = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.test.ts'))
      .map((path) => `tests/${path.replaceAll('\\', '/')}`);
    expect(listed.map(({ file }) => file).sort()).toEqual(written.sort());

    const long = CHECKS.flatMap(({ project, long }) => (long === true ? [project] : []));
    expect(long).toEqual(['processes-long', 'e2e-long']);
    for (const { file, projectName } of listed) {
      expect([file, long.includes(projectName)]).toEqual([file, file.endsWith('.long.test.ts')]);
      expect([file, /^e2e/.test(projectName)]).toEqual([file, file.startsWith('tests/e2e/')]);
    }
  },
);
