// The article's claims in words, and what documents them.
import type { ClaimId, SourceId } from '@shared/claims/catalogue';
import { message } from '../messages/message';

/** The claim in one sentence. */
export const claimSentence = (id: ClaimId): string => message(`article-${id}`);

/** The same for a narrow row. */
export const claimShort = (id: ClaimId): string => message(`article-${id}.short`);

/** Why it is so: a short paragraph. */
export const claimReason = (id: ClaimId): string => message(`article-${id}.why`);

/** The title of a page of documentation. */
export const sourceTitle = (id: SourceId): string => message(`source-${id}`);
