// The race in the page: an animation without a script.
import { describe, expect, it } from 'vitest';
import { formatDuration } from '@present/locale/format';
import { makeRace } from '@present/figures/race';
import { renderHtml } from '@report/html';
import type { Report } from '@shared/report/report';
import { makeReport } from '../helpers/make/report';

function sectionOf(report: Report): string {
  return /<section class="race-section">.*?<\/section>/s.exec(renderHtml(report))?.[0] ?? '';
}

const report = makeReport();
const race = makeRace(report, 'cold');
const section = sectionOf(report);
const delays = [...section.matchAll(/animation-delay:([\d.]+)s/g)].map(([, delay]) =>
  Number(delay),
);

describe('the race in the page', () => {
  it('has a lane for each worker, in the order of the flags', () => {
    const labels = [...section.matchAll(/class="label"[^>]*>([^<]+)</g)].map(([, label]) => label);
    expect(labels).toEqual(race.racers.map(({ label }) => label));
    const lanes = race.racers.reduce((sum, { lanes: own }) => sum + own.length, 0);
    expect(section.match(/<g class="(?:tint)?">/g)).toHaveLength(lanes);
  });

  it('draws each task of a lane', () => {
    const tasks = [...section.matchAll(/<path d="(M[^"]+)"/g)].flatMap(
      ([, d = '']) => d.match(/z/g) ?? [],
    );
    const flags = race.racers.length;
    expect(tasks).toHaveLength(
      race.racers.reduce((sum, { doneNs }) => sum + doneNs.length, 0) + flags,
    );
  });

  it('sets each flag when the clock gets there, with the time as told elsewhere', () => {
    const seconds = Number(/--seconds:([\d.]+)s/.exec(section)?.[1]);
    expect(seconds).toBe(6);
    expect(delays).toHaveLength(race.racers.length);
    race.racers.forEach(({ finishNs }, index) => {
      expect(delays[index]).toBeCloseTo((finishNs / race.lastNs) * seconds, 1);
      expect(section).toContain(formatDuration(finishNs));
    });
  });

  it('is whole where motion is not wanted, and on paper', () => {
    const page = renderHtml(report);
    for (const media of ['(prefers-reduced-motion:reduce)', 'print']) {
      expect(page).toContain(
        `@media ${media}{.race .cover,.race .clock,.again,#race-again{display:none}.race .flag{animation:none}}`,
      );
    }
    expect(page).not.toContain('<script');
  });

  it('says of what lies beyond its axis when it finishes', () => {
    const far = makeReport({
      cores: 16,
      experiment: {
        tasks: 160,
        strategies: [{ kind: 'serial' }, { kind: 'threads', workers: 16 }],
      },
    });
    const { racers } = makeRace(far, 'cold');
    expect(sectionOf(far)).toContain(`finishes at ${formatDuration(racers[1]!.finishNs)} →`);
    expect(sectionOf(far).match(/class="flag"/g)).toHaveLength(1);
  });

  it('is left out where nobody races another', () => {
    expect(sectionOf(makeReport({ experiment: { strategies: [{ kind: 'serial' }] } }))).toBe('');
  });
});
