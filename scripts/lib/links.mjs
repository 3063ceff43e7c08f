// Reads symbolic links.
import { readlinkSync } from 'node:fs';
import { missing } from './stamp.mjs';

/**
 * @param {string} link
 * @returns {string | undefined} nothing when there is no link at that path
 */
export function linkTarget(link) {
  try {
    return readlinkSync(link);
  } catch (error) {
    if (missing(error) || (error instanceof Error && 'code' in error && error.code === 'EINVAL')) {
      return undefined;
    }
    throw error;
  }
}
