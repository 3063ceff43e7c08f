// The published JSON Schemas are what the code gives. UPDATE_SCHEMAS=1 writes them anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  experimentJsonSchema,
  findingsJsonSchema,
  reportJsonSchema,
} from '@shared/kept/json-schemas';
import { describe, expect, it } from 'vitest';

const schemas = {
  'experiment.schema.json': experimentJsonSchema(),
  'findings.schema.json': findingsJsonSchema(),
  'report.schema.json': reportJsonSchema(),
};

describe('docs/schema', () => {
  it.each(Object.entries(schemas))('%s is up to date', (name, schema) => {
    const path = fileURLToPath(new URL(`../docs/schema/${name}`, import.meta.url));
    if (process.env['UPDATE_SCHEMAS'] === '1') {
      writeFileSync(path, `${JSON.stringify(schema, undefined, 2)}\n`);
    }
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(schema);
  });
});
