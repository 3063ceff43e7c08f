// The benches that need no window, each once: they must work whenever somebody asks what the instrument costs.
import { it } from 'vitest';
import { benches } from '../../bench/benches.mjs';
import { expectRows } from './run-bench';

it(
  'measures every row once',
  () => expectRows(benches.filter(({ window }) => window !== true)),
  240_000,
);
