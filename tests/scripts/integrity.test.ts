// A download that isn't the pinned one, byte for byte, must never be used.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FALLBACK } from '../../scripts/lib/electron-fallback.mjs';
import { hasIntegrity, integrityOf } from '../../scripts/lib/integrity.mjs';

let folder = '';
let tarball = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'corelane-integrity-'));
  tarball = join(folder, 'package.tgz');
  writeFileSync(tarball, 'abc');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('computes what lockfiles hold', async () => {
  // SHA-512 of "abc", the example in FIPS 180.
  expect(await integrityOf(tarball)).toBe(
    'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==',
  );
});

it('accepts the right file and refuses a wrong one', async () => {
  const right = await integrityOf(tarball);
  expect(await hasIntegrity(tarball, right)).toBe(true);
  writeFileSync(tarball, 'abd');
  expect(await hasIntegrity(tarball, right)).toBe(false);
  expect(await hasIntegrity(tarball, FALLBACK.integrity)).toBe(false);
});

it('refuses a weaker algorithm', async () => {
  await expect(hasIntegrity(tarball, 'sha1-qZk+NkcGgWq6PiVxeFDCbJzQ2J0=')).rejects.toThrow(
    'only sha512',
  );
});

it('pins the fallback runtime to an exact version and a sha512', () => {
  expect(FALLBACK.package).toMatch(/@\d+\.\d+\.\d+$/);
  expect(Buffer.from(FALLBACK.integrity.replace('sha512-', ''), 'base64')).toHaveLength(64);
});
