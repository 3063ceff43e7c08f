// The article's claims in words, and what documents them.
import type { ClaimId, LabExperiment, SourceId } from '@shared/claims/catalogue';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { message } from '../messages/message';

/** The claim in one sentence. */
export const claimSentence = (id: ClaimId): string => message(`article-${id}`);

/** The same for a narrow row. */
export const claimShort = (id: ClaimId): string => message(`article-${id}.short`);

/** Why it is so: a short paragraph. */
export const claimReason = (id: ClaimId): string => message(`article-${id}.why`);

/** What "Open in Lab" opens, named in the language of the messages. */
export function namedLabExperiment({ id, experiment }: LabExperiment): ExperimentInput {
  return { ...experiment, name: message(`lab-experiment-${id}`) };
}

/** The title of a page of documentation. */
export const sourceTitle = (id: SourceId): string => message(`source-${id}`);
