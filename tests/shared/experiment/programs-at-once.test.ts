import { inWords } from '../../helpers/in-words';
import { parseExperiment } from '@shared/experiment/parse-experiment';
import { expect, it } from 'vitest';

const experiment = (workers: number | number[], kind: 'command' | 'wait') => ({
  version: 1,
  name: 'at once',
  workload: kind === 'command' ? { kind, command: 'true' } : { kind },
  strategies: [{ kind: 'async', workers }],
});

it('starts no more programs at once than there may be workers, and lets as many tasks wait as before', () => {
  expect(inWords(parseExperiment(experiment([4, 1000], 'command')))).toMatchObject({
    problem: {
      message: 'strategies[0].workers would start 1000 programs at once. Give at most 256.',
      path: 'strategies[0].workers',
    },
  });
  expect(parseExperiment(experiment(256, 'command')).ok).toBe(true);
  expect(parseExperiment(experiment(1000, 'wait')).ok).toBe(true);
});
