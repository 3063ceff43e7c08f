import { beforeEach, describe, expect, it } from 'vitest';
import { formatDuration } from '@present/locale/format';
import { makeRace, type Race } from '@present/figures/race';
import { forgetTextWidths } from '@renderer/canvas/pen';
import { canvasTheme } from '@renderer/canvas/theme';
import { drawRace } from '@renderer/race/draw';
import { layoutRace } from '@renderer/race/layout';
import { makeReport } from '../../helpers/make/report';
import { RecordingSurface } from '../helpers/recording';

beforeEach(forgetTextWidths);

const theme = canvasTheme('dark');
const race = makeRace(makeReport(), 'cold');
const layout = layoutRace(race, 1200, 700);

function drawn(atNs: number, axisNs = race.lastNs * 1.12, of: Race = race): RecordingSurface {
  const surface = new RecordingSurface();
  drawRace(surface, { race: of, layout, width: 1200, atNs, axisNs }, theme);
  return surface;
}

/** Boxes of a racer's first lane in the colour of its tasks. */
function tasksOf(surface: RecordingSurface, index: number): readonly (readonly number[])[] {
  const { strategy } = race.racers[index]!;
  const { top, height } = layout.rows[index]!.lanes[0]!;
  const fill = theme.tint(strategy, 0);
  return surface.log
    .filter(
      ({ what, at, colour }) =>
        what === 'fill' && colour === fill && at[1] === top && at[3] === height,
    )
    .map(({ at }) => at);
}

const serial = race.racers.findIndex(({ strategy }) => strategy === 'serial');

describe('a picture of the race', () => {
  it('shows at each moment what had begun by then, and the rest of a task later', () => {
    const { lanes } = race.racers[serial]!;
    const [start = 0, end = 0] = [lanes[0]!.startNs[2], lanes[0]!.endNs[2]];
    expect(tasksOf(drawn(0), serial).length).toBeLessThanOrEqual(1);
    const half = tasksOf(drawn((start + end) / 2), serial);
    const whole = tasksOf(drawn(end), serial);
    expect([half.length, whole.length]).toEqual([3, 3]);
    expect(half[2]![2]! * 2).toBeCloseTo(whole[2]![2]!, -1);
    expect(tasksOf(drawn(race.lastNs), serial)).toHaveLength(6);
  });

  it('sets a flag with its time and place when the last result is in, not before', () => {
    const [first] = race.racers;
    expect(drawn(first!.finishNs - 1).texts).not.toContain('first');
    const after = drawn(first!.finishNs).texts;
    expect(after).toContain('first');
    expect(after).toContain(formatDuration(first!.finishNs));
    const all = drawn(race.lastNs).texts;
    for (const place of ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']) {
      expect(all).toContain(place);
    }
  });

  it('says when those finish that the axis does not reach', () => {
    const last = race.racers.at(-1)!;
    const { texts } = drawn(0, race.firstNs * 1.1);
    expect(texts).toContain(`finishes at ${formatDuration(last.finishNs)} →`);
  });

  it('tells the memory of a trial under way, and its peak at the end', () => {
    const racer = { ...race.racers[0]!, memory: [{ atNs: 10, bytes: 50e6 }], peakBytes: 76e6 };
    const one = { ...race, racers: [racer] };
    expect(drawn(5, race.lastNs, one).texts).toContain('not known');
    expect(drawn(20, race.lastNs, one).texts).toContain('50 MB');
    expect(drawn(racer.finishNs, race.lastNs, one).texts).toContain('peak 76 MB');
  });

  it('keeps within its picture', () => {
    for (const { at, what } of drawn(race.lastNs).log) {
      if (what !== 'fill') continue;
      expect(at[0]).toBeGreaterThanOrEqual(0);
      expect((at[0] ?? 0) + (at[2] ?? 0)).toBeLessThanOrEqual(1200);
    }
  });
});
