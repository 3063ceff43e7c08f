// A file with nothing in it, which is no mistake of JSON to the user.
import { inWords } from '../../helpers/in-words';
import { parseExperimentText } from '@shared/experiment/parse-experiment';
import { describe, expect, it } from 'vitest';

describe('an empty experiment', () => {
  it.each(['', '\ufeff', ' \n\t\r\n', '\ufeff\n'])(
    'says of %j that it is empty, and what to do',
    (text) => {
      expect(inWords(parseExperimentText(text))).toMatchObject({
        problem: {
          message: 'It is empty. Write an experiment into it; "corelane init" prints one.',
        },
      });
    },
  );
});
