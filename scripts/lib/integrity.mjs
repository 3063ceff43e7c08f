// Checks a file against a subresource integrity string (`sha512-…`), as lockfiles use.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/**
 * @param {string} file
 * @param {string} [algorithm]
 * @returns {Promise<string>} for example `sha512-…=`
 */
export async function integrityOf(file, algorithm = 'sha512') {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return `${algorithm}-${hash.digest('base64')}`;
}

/**
 * @param {string} file
 * @param {string} expected
 * @returns {Promise<boolean>}
 */
export async function hasIntegrity(file, expected) {
  const [algorithm = ''] = expected.split('-', 1);
  if (algorithm !== 'sha512') throw new Error(`only sha512 is accepted, not ${algorithm}`);
  return (await integrityOf(file, algorithm)) === expected;
}
