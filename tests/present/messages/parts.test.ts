// A message in parts: marked words apart, and values as they are.
import { expect, it } from 'vitest';
import { messageParts } from '@present/messages/parts';

it('cuts a message at the words that it marks', () => {
  expect(messageParts('machine-cores', { usable: 3, count: 8 })).toEqual([
    { text: '3', mark: 'figure' },
    { text: ' of 8 cores usable' },
  ]);
});

it('is one part where nothing is marked', () => {
  expect(messageParts('live-map')).toEqual([{ text: 'Break-even, as far as it is measured.' }]);
});

it('reads no marks in values', () => {
  const values = { number: 2, cell: 'serial', state: 'failed', evidence: 'a <code>b</code>' };
  expect(messageParts('live-failure', values)).toEqual([
    { text: 'Trial 2, serial: failed. ' },
    { text: 'a <code>b</code>', mark: 'evidence' },
  ]);
});
