// Facts: what analysis and engine say of a run, as one of a closed set of kinds with typed figures; never a
// sentence. `present/words` makes sentences of them. A file has an English rendering, `text`, beside each fact,
// for other readers; Corelane itself does not read it.
import { z } from 'zod';
import { longText } from '../base/data-schemas';

/** In the `meta` of a schema: files have a `text` beside such a value. See `json-schemas.ts`. */
const said = { said: true } as const;

/** The schema of one kind of fact. Figures have their unit in their name: `coldNs`, `ratio`, `peakBytes`. */
export const factSchema = <Kind extends string, Figures extends z.core.$ZodShape>(
  kind: Kind,
  figures: Figures,
) => z.object({ kind: z.literal(kind), ...figures }).meta(said);

/** The schema of one of the engine's codes with its arguments: `{ code, args }`. */
export const codeSchema = <Code extends string, Args extends z.core.$ZodShape>(
  code: Code,
  args: Args,
) => z.object({ code: z.literal(code), args: z.object(args) }).meta(said);

/** Marks the schema of a value that files have a `text` beside. */
export const saidSchema = <T extends z.ZodType>(schema: T): T => schema.meta(said);

/** Marks the schema of a value that files have these texts beside. */
export const saidAsSchema = <T extends z.ZodType>(schema: T, texts: readonly string[]): T =>
  schema.meta({ said: texts });

/** What an earlier version had as a text only, where a union is discriminated by `kind`. */
export const textFactSchema = z.object({ kind: z.literal('text'), text: longText });

export type TextFact = z.infer<typeof textFactSchema>;

/** The same where a union is discriminated by `code`; also for what other programs said. */
export const textCodeSchema = codeSchema('text', { text: longText });

export type TextCode = z.infer<typeof textCodeSchema>;

/** A text as a fact: what has only text stays text. */
export const textFact = (text: string): TextFact => ({ kind: 'text', text });

/** A text as a code. */
export const textCode = (text: string): TextCode => ({ code: 'text', args: { text } });
