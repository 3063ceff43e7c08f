// Failures in tests: as the words that users read, and of a text alone.
import { failureText } from '@present/words/engine/failures';
import { textCode } from '@shared/report/facts';
import type { Failure } from '@shared/report/failures';

/** A failure that has only a text. */
export const textFailure = (text: string): Failure => textCode(text);

/** Why a trial or a run failed, in words; undefined where it did not. */
export const whyOf = (failed: { readonly failure?: Failure | undefined } | undefined) =>
  failed?.failure && failureText(failed.failure);
