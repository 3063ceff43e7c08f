// Another file of Corelane where an experiment is wanted is told by what it is.
import { problemText } from '@present/words/engine/problems';
import { experimentProblems, parseExperimentText } from '@shared/experiment/parse-experiment';
import { expect, it } from 'vitest';

const said = (text: string): string => {
  const parsed = parseExperimentText(text);
  return parsed.ok ? '' : problemText(parsed.problem);
};

const ofReport =
  'The file is the report of a run, not an experiment. See it in the app with "Open report…". To repeat its run, save the value of its "experiment" as a file.';

it('says of a report how to see it, whatever else is in it', () => {
  const report = { schema: 'corelane.report', version: 3, experiment: { version: 1 } };
  expect(said(JSON.stringify(report))).toBe(ofReport);
  expect(said(`{"schema":"corelane.report","at":1.00000000000000000001}`)).toBe(ofReport);
  const values = new Array<number>(20_000).fill(1);
  expect(said(JSON.stringify({ ...report, values }))).toBe(ofReport);
  expect(experimentProblems(report).map(problemText)).toEqual([ofReport]);
});

it('says of findings where an experiment comes from', () => {
  expect(said('{"schema":"corelane.findings","version":3}')).toBe(
    'The file is what "corelane claims --json" wrote, not an experiment. "corelane init" prints one.',
  );
});

it('leaves another schema to the keys of an experiment', () => {
  expect(said('{"schema":"else","version":2}')).toMatch(/^version must be 1, not 2/);
});
