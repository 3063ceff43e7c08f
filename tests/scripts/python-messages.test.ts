// Python's types of the messages are those of the contract in TypeScript.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { pythonMessages } from '../../scripts/lib/python-messages.mjs';

const root = resolve(import.meta.dirname, '../..');

it('has the types of the messages up to date; `npm run messages:python` writes them', () => {
  const files = pythonMessages(root);
  expect(files.map(({ path }) => path)).toHaveLength(2);
  for (const { path, text } of files) expect(readFileSync(join(root, path), 'utf8')).toBe(text);
}, 60_000);
