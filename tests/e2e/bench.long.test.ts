// The benches that open windows, each once.
import { it } from 'vitest';
import { benches } from '../../bench/benches.mjs';
import { expectRows } from '../bench/run-bench';

it('measures every row of the app once', () =>
  expectRows(benches.filter(({ window }) => window === true)));
