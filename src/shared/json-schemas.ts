// The published JSON Schemas of the two files Corelane reads and writes, made from the schemas the
// code itself checks with.
import { z } from 'zod';
import { experimentSchema } from './experiment';
import { reportSchema } from './report';

const dialect = 'draft-2020-12';

/** JSON Schema of an experiment as a person writes it: what has a default may be left out. */
export function experimentJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    title: 'Corelane experiment, version 1',
    ...z.toJSONSchema(experimentSchema, { io: 'input', target: dialect }),
  };
}

/** JSON Schema of a report as Corelane writes it. Newer versions may add properties. */
export function reportJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    title: 'Corelane report, version 1',
    ...z.toJSONSchema(reportSchema, { io: 'output', target: dialect, reused: 'ref' }),
  };
}
