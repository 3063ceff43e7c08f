import { expect, it } from 'vitest';
import { errorText } from '@shared/base/error-text';

it.each([
  [new TypeError('no such file'), 'no such file'],
  ['a text', 'a text'],
  [undefined, 'undefined'],
])('says what was thrown: %s', (thrown, text) => {
  expect(errorText(thrown)).toBe(text);
});
