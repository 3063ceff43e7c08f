// Set-up of every test file: what it runs is kept in a data folder of its own, gone when it is done.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'corelane-test-data-'));
process.env['CORELANE_DATA'] = folder;
// And it speaks English, whatever the developer's system does.
process.env['CORELANE_LANGUAGE'] = 'en';

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
