import { describe, expect, it } from 'vitest';
import { makeRace } from '@present/figures/race';
import { layoutRace } from '@renderer/race/layout';
import { makeReport } from '../../helpers/make/report';

const race = makeRace(makeReport(), 'cold');

describe('layout of a race', () => {
  it.each([
    [1280, 600],
    [900, 500],
    [1800, 900],
  ])('puts rows under one another, lanes in their rows, at %i by %i', (width, height) => {
    const { rows, axisTop, plotLeft, plotRight, memoryLeft, memoryRight } = layoutRace(
      race,
      width,
      height,
    );
    expect(rows).toHaveLength(race.racers.length);
    rows.forEach(({ top, height: own, lanes }, index) => {
      const next = rows[index + 1]?.top ?? axisTop;
      expect(top + own).toBe(next);
      expect(lanes).toHaveLength(race.racers[index]!.lanes.length);
      for (const lane of lanes) {
        expect(lane.top).toBeGreaterThanOrEqual(top);
        expect(lane.top + lane.height).toBeLessThanOrEqual(top + own);
      }
    });
    expect(plotLeft).toBeLessThan(plotRight);
    expect(plotRight).toBeLessThan(memoryLeft);
    expect(memoryLeft).toBeLessThan(memoryRight);
  });

  it('lets lanes grow with the place, and scrolls where they do not fit', () => {
    const heightAt = (height: number): number => layoutRace(race, 1280, height).axisTop;
    expect(heightAt(700)).toBeGreaterThan(heightAt(400));
    const many = { ...race, racers: Array.from({ length: 60 }, () => race.racers[0]!) };
    const { height, axisTop } = layoutRace(many, 1280, 400);
    expect(axisTop).toBeGreaterThan(400);
    expect(height).toBeGreaterThan(axisTop);
  });
});
