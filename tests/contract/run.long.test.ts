// Further cases of `run.test.ts`: the other workloads in every strategy.
import { it } from 'vitest';
import { everyStrategy } from '../helpers/every-strategy';
import { expectWork, isWhole, kinds } from './run-kinds';

it.each(kinds.filter((kind) => !isWhole(kind)))(
  'a run does equal and right work in every strategy: %s',
  (kind) => expectWork(kind, everyStrategy),
);
