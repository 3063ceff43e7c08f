import { describe, expect, it } from 'vitest';
import { pageAddress } from '../../src/main/page';

describe("the page's address", () => {
  it('says so where the command line names a theme', () => {
    expect(pageAddress('app://corelane', {})).toBe('app://corelane/index.html');
    expect(pageAddress('app://corelane', { theme: 'dark' })).toBe(
      'app://corelane/index.html?theme=dark',
    );
  });
});
