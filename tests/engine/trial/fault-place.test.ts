import { expect, it } from 'vitest';
import { failureOfFault, placeIn } from '@engine/trial/faults';
import { failureText } from '@present/words/engine/failures';

const node = `Error: no 3
    at inner (/home/me/helper.mts:9:1)
    at work (/home/me/work.mts:3:24)
    at outer (/home/me/work.mts:8:2)`;

const python = `Traceback (most recent call last):
  File "/home/me/work.py", line 9, in work
  File "/home/me/work.py", line 4, in inner
  File "/usr/lib/json.py", line 70, in dumps
ValueError: no 3`;

it.each([
  [node, '/home/me/work.mts', 'work.mts:3'],
  [node, 'C:\\me\\work.mts', 'work.mts:3'],
  [node, '/home/me/workXmts', undefined],
  [python, '/home/me/work.py', 'work.py:4'],
  [python, '/home/me/ork.py', undefined],
  ['', '/home/me/work.py', undefined],
])('finds the innermost line of the own file', (stack, path, place) => {
  expect(placeIn(stack, path)).toBe(place);
});

it('tells a message of several lines as one sentence', () => {
  const message =
    'require() of ES Module /me/es.mjs from /me/w.cjs not supported.\nInstead change the require to a dynamic import().';
  const failure = failureOfFault(
    { type: 'fault', kind: 'threw', message, worker: 0, task: 1 },
    { kind: 'module', path: '/me/w.cjs', export: 'default', params: {} },
  );
  expect(failureText(failure)).toBe(
    'Worker 1 threw in task 1: require() of ES Module /me/es.mjs from /me/w.cjs not supported. Instead change the require to a dynamic import().',
  );
});
