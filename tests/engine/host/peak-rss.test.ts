import { describe, expect, it } from 'vitest';
import { ownPeakRssBytes, parsePeakResident } from '@engine/host/peak-rss';

describe('the largest resident size', () => {
  it("is read from the kernel's high-water mark", () => {
    expect(parsePeakResident('Name:\tnode\nVmHWM:\t   74560 kB\nVmRSS:\t   70000 kB\n')).toBe(
      74560 * 1024,
    );
  });

  it('is not known where the kernel does not tell it', () => {
    expect(parsePeakResident('Name:\tkthreadd\n')).toBeUndefined();
  });

  it('is no less than what is resident now', () => {
    const peak = ownPeakRssBytes();
    expect(peak).toBeGreaterThan(process.memoryUsage.rss() * 0.9);
  });
});
