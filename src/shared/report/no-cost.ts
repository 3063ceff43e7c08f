// Why it is not known what a run would cost.
import type { Failure } from './failures';

export type NoCost =
  /** Nobody waits for it any more. */
  | { readonly code: 'cancelled' }
  /** There is no pilot for Python. */
  | { readonly code: 'no-pilot' }
  | { readonly code: 'pilot-failed'; readonly failure: Failure }
  | { readonly code: 'pilot-threw'; readonly why: string };
