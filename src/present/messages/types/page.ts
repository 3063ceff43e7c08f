// What each message of en/page.ftl takes. Written by `npm run messages`.
import type { None } from './none';

export interface PageMessages {
  'run-of': { duration: string; moment: string; trials: string };
  'run-of-ended': { duration: string; moment: string; status: string; trials: string };
  'run-report': None;
  'run-started': None;
  'run-took': None;
  'run-status': None;
  'run-written': None;
  'run-version': None;
  'run-program': None;
  'run-runtime': None;
  'run-own-cpu': None;
  'run-window-cpu': None;
  'run-sampler-cpu': None;
  'run-sampled': None;
  'run-latest': None;
  'run-cpu': { percent: string; time: string };
  'run-samples': { missed: string; samples: string };
}
