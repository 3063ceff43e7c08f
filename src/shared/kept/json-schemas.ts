// The published JSON Schemas of the files Corelane reads and writes, made from the schemas the
// code itself checks with.
import { z } from 'zod';
import { experimentSchema } from '../experiment/experiment';
import { findingsSchema, findingsVersion } from '../claims/findings-file';
import { reportSchema, reportVersion } from '../report/report';

/** What has its English rendering beside it in a file; see `report/facts.ts`. */
const text = {
  type: 'string',
  description: 'In English, for other readers. Corelane passes it over.',
} as const;

function addText({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const { said } = jsonSchema;
  if (said === undefined) return;
  delete jsonSchema['said'];
  const names = Array.isArray(said) ? (said as readonly string[]) : ['text'];
  const texts = Object.fromEntries(names.map((name) => [name, text]));
  jsonSchema.properties = { ...jsonSchema.properties, ...texts };
}

function publish(title: string, schema: z.ZodType): Readonly<Record<string, unknown>> {
  // `input`: what a file may say, which is less than what is made of it. What is checked by code of our own
  // says its own schema in its `meta`.
  const options = { io: 'input', target: 'draft-2020-12', unrepresentable: 'any' } as const;
  return { title, ...z.toJSONSchema(schema, { ...options, override: addText }) };
}

/** JSON Schema of an experiment as a user writes it: what has a default may be left out. */
export function experimentJsonSchema(): Readonly<Record<string, unknown>> {
  return publish('Corelane experiment, version 1', experimentSchema);
}

/** JSON Schema of a report. Properties it does not name are allowed and passed over. */
export function reportJsonSchema(): Readonly<Record<string, unknown>> {
  return publish(`Corelane report, version ${reportVersion}`, reportSchema);
}

/** JSON Schema of the findings of the article's claims. */
export function findingsJsonSchema(): Readonly<Record<string, unknown>> {
  return publish(`Corelane findings, version ${findingsVersion}`, findingsSchema);
}
