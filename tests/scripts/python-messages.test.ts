// Python's types of the messages are those of the contract in TypeScript.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { PYTHON_MESSAGES, pythonMessages } from '../../scripts/lib/python-messages.mjs';

const root = resolve(import.meta.dirname, '../..');

it('has the types of the messages up to date; `npm run messages:python` writes them', () => {
  expect(readFileSync(join(root, PYTHON_MESSAGES), 'utf8')).toBe(pythonMessages(root));
}, 60_000);
