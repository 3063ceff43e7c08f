// What a machine may have too little of for a run, as facts.
import { z } from 'zod';
import { count } from '../base/data-schemas';

/** There may be no more processes and threads, too many files are open, or there is no memory left. */
export const shortageSchema = z.enum(['processes', 'files', 'memory']);

export type Shortage = z.infer<typeof shortageSchema>;

/** The limit on the processes of one user where it may be reached. */
export const processLimitSchema = z.object({ used: count, limit: count });

export type ProcessLimit = z.infer<typeof processLimitSchema>;
