// Lines of at most so many columns, broken where the text's script breaks.
import { expect, it } from 'vitest';
import { wrap } from '../../../src/report/base/wrap';

it('breaks between words, and keeps a word that is longer than a line', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('a /very/long/path b', 6)).toEqual(['a', '/very/long/path', 'b']);
  expect(wrap('')).toEqual(['']);
});

it('breaks between Chinese characters, two columns each', () => {
  expect(wrap('使用两个线程更快', 8)).toEqual(['使用两个', '线程更快']);
  expect(wrap('使用 threads 更快', 8)).toEqual(['使用', 'threads', '更快']);
});

it('begins no line with a comma or a closing bracket, and ends none with an opening one', () => {
  expect(wrap('更快，更轻', 4)).toEqual(['更', '快，', '更轻']);
  expect(wrap('线程（快）', 6)).toEqual(['线程', '（快）']);
  expect(wrap('占用「Node.js」的核', 11)).toEqual(['占用', '「Node.js」', '的核']);
});
