import { describe, expect, it } from 'vitest';
import type { BreakEvenPoint } from '@shared/report/break-even';
import { buildBreakEven } from '@renderer/break-even/scene/map';
import { bandsAt, mapAreas, type Placed } from '@renderer/break-even/scene/areas';
import { hasCrossing, mapColumns, pairStretches } from '@present/figures/break-even-columns';
import { buildCut } from '@renderer/break-even/scene/cut';
import { placeLabel } from '@renderer/break-even/scene/labels';
import type { BreakEvenScene, MapRequest } from '@renderer/break-even/scene/scene';
import { columnAt, dotAt, stepDot } from '@renderer/break-even/scene/steps';
import type { MapData } from '@present/figures/break-even-text';
import { logExtent, logPosition, logTicks, logValue } from '@present/scales/log-scale';
import { makeBreakEven, makePoint } from '../../../helpers/make/break-even';

type Winner = BreakEvenPoint['winner'];

/** Points of one column: task sizes in ms with who wins there. */
const column = (tasks: number, ...rows: readonly (readonly [number, Winner])[]) =>
  rows.map(([taskMs, winner]) => makePoint(tasks, taskMs, winner, 1));

const undecided = (
  tasks: number,
  taskMs: number,
  between: NonNullable<BreakEvenPoint['between']>,
): BreakEvenPoint => ({ ...makePoint(tasks, taskMs, 'undecided', 1), between });

const kindsOf = (points: readonly BreakEvenPoint[]) =>
  mapColumns(points)[0]!.stretches.map(({ kind, fromNs, toNs }) => [
    kind,
    fromNs / 1e6,
    toNs / 1e6,
  ]);

const build = (data: MapData, over: Partial<MapRequest> = {}): BreakEvenScene =>
  buildBreakEven({
    data,
    width: 900,
    height: 600,
    widthOf: (text, font) => text.length * (font === 'title' ? 10 : 6),
    ...over,
  });

const { cells } = makeBreakEven();

describe('a logarithmic scale', () => {
  const scale = { from: 1, to: 1000, start: 300, end: 0 };

  it('puts equal factors at equal distances, both ways', () => {
    expect([1, 10, 100, 1000].map((value) => Math.round(logPosition(scale, value)))).toEqual([
      300, 200, 100, 0,
    ]);
    expect(logValue(scale, 150)).toBeCloseTo(Math.sqrt(1000));
  });

  it('is ticked at powers of ten, or at 1, 2 and 5 where there are fewer than two', () => {
    expect(logTicks(0.5, 2000)).toEqual([1, 10, 100, 1000]);
    expect(logTicks(15, 80)).toEqual([20, 50]);
  });

  it('covers what is above zero, and something where nothing is', () => {
    expect(logExtent([0, 4, 100, Number.NaN], 2)).toEqual([2, 200]);
    expect(logExtent([], 2)).toEqual([1, 10]);
  });
});

describe('the columns', () => {
  it('say only what lies between two points that agree; between others it is undecided', () => {
    const points = column(2, [100, 'threads'], [1, 'serial'], [5, 'serial'], [20, 'threads']);
    expect(kindsOf(points)).toEqual([
      ['serial', 1, 5],
      ['whether', 5, 20],
      ['threads', 20, 100],
    ]);
  });

  it('tell whether workers pay from which workers do', () => {
    expect(kindsOf(column(2, [1, 'threads'], [9, 'processes']))).toEqual([['which', 1, 9]]);
    expect(kindsOf(column(2, [1, 'serial'], [9, 'processes']))).toEqual([['whether', 1, 9]]);
    const both = undecided(2, 5, ['threads', 'processes']);
    expect(kindsOf([...column(2, [1, 'threads'], [9, 'processes']), both])).toEqual([
      ['which', 1, 9],
    ]);
    const none = undecided(2, 5, ['serial', 'threads']);
    expect(kindsOf([...column(2, [1, 'serial'], [9, 'threads']), none])).toEqual([
      ['whether', 1, 9],
    ]);
  });

  it('have none where one size was measured, and come in the order of their tasks', () => {
    const columns = mapColumns([...column(32, [1, 'serial']), ...column(2, [1, 'serial'])]);
    expect(columns.map(({ tasks, stretches }) => [tasks, stretches.length])).toEqual([
      [2, 0],
      [32, 0],
    ]);
  });

  it('know whether workers were ever faster', () => {
    const of = (...points: readonly BreakEvenPoint[]) => hasCrossing(mapColumns(points)[0]!);
    expect(of(...column(2, [1, 'serial'], [2, 'threads']))).toBe(true);
    expect(of(undecided(2, 1, ['threads', 'processes']))).toBe(true);
    expect(of(undecided(2, 1, ['serial', 'threads']), ...column(2, [1, 'serial']))).toBe(false);
  });
});

describe('between two columns', () => {
  const pairs = (left: readonly BreakEvenPoint[], right: readonly BreakEvenPoint[]) => {
    const [first, second] = mapColumns([...left, ...right]);
    return pairStretches(first!, second!).map(({ kind, left: l, right: r }) => [
      kind,
      ...[...l, ...r].map((ns) => ns / 1e6),
    ]);
  };

  it('equal kinds belong together', () => {
    const left = column(2, [1, 'serial'], [10, 'serial'], [20, 'threads'], [90, 'threads']);
    const right = column(8, [1, 'serial'], [4, 'serial'], [6, 'threads'], [50, 'threads']);
    expect(pairs(left, right)).toEqual([
      ['serial', 1, 10, 1, 4],
      ['whether', 10, 20, 4, 6],
      ['threads', 20, 90, 6, 50],
    ]);
  });

  it('what one column has not tapers to where its neighbours meet', () => {
    const left = column(2, [1, 'serial'], [10, 'serial']);
    const right = column(8, [1, 'serial'], [4, 'serial'], [6, 'threads'], [50, 'threads']);
    expect(pairs(left, right)).toEqual([
      ['serial', 1, 10, 1, 4],
      ['whether', 10, 10, 4, 6],
      ['threads', 10, 10, 6, 50],
    ]);
  });

  it('fill every size that both columns measured, without overlap', () => {
    const left = column(2, [1, 'serial'], [2, 'serial'], [3, 'processes'], [9, 'processes']);
    const right = column(
      8,
      [1, 'serial'],
      [2, 'threads'],
      [4, 'serial'],
      [5, 'threads'],
      [8, 'threads'],
    );
    const found = pairs(left, right);
    const edges = (from: number, to: number) => found.map((row) => [row[from], row[to]]);
    for (const side of [edges(1, 2), edges(3, 4)]) {
      side.slice(1).forEach(([from], index) => expect(from).toBe(side[index]![1]));
    }
    expect([found[0]![1], found.at(-1)![2], found[0]![3], found.at(-1)![4]]).toEqual([1, 9, 1, 8]);
  });
});

describe('the areas', () => {
  const place = (...groups: readonly (readonly BreakEvenPoint[])[]): readonly Placed[] =>
    mapColumns(groups.flat()).map((one, index) => ({ column: one, x: index * 100 }));
  const yOf = (ns: number): number => 1000 - ns / 1e6;

  it('are straight from column to column, and nowhere beyond a measured point', () => {
    const areas = mapAreas(
      place(
        column(2, [100, 'serial'], [200, 'serial']),
        column(8, [100, 'serial'], [400, 'serial']),
      ),
      yOf,
    );
    expect(bandsAt(areas, 50)).toEqual([{ kind: 'serial', top: 700, foot: 900 }]);
    expect(bandsAt(areas, -1)).toEqual([]);
    expect(bandsAt(areas, 101)).toEqual([]);
  });

  it('do not reach over a column that has none', () => {
    const one = column(2, [1, 'serial'], [2, 'serial']);
    const bare = column(8, [1, 'serial']);
    const other = column(32, [1, 'threads'], [2, 'threads']);
    const areas = mapAreas(place(one, bare, other), yOf);
    expect(areas.map(({ kind, x0, x1 }) => [kind, x0, x1])).toEqual([
      ['serial', -4, 4],
      ['threads', 196, 204],
    ]);
  });

  it('take a name where it fits, off the points, and none where it does not', () => {
    const areas = mapAreas(
      place(
        column(2, [100, 'serial'], [200, 'serial']),
        column(8, [100, 'serial'], [200, 'serial']),
      ),
      yOf,
    );
    const text = { kind: 'serial', title: 'neither', width: 40, height: 20 } as const;
    const free = placeLabel(areas, text, [])!;
    expect(free.y).toBeGreaterThan(800);
    expect(free.y + 20).toBeLessThan(900);
    const dots = [{ x: free.x + 20, y: free.y + 10 }];
    const moved = placeLabel(areas, text, dots)!;
    const covered = (at: { x: number; y: number }) =>
      dots.some((dot) => dot.x > at.x && dot.x < at.x + 40 && dot.y > at.y && dot.y < at.y + 20);
    expect([covered(free), covered(moved)]).toEqual([true, false]);
    expect(placeLabel(areas, { ...text, width: 120 }, [])).toBeUndefined();
    expect(placeLabel(areas, { ...text, kind: 'threads' }, [])).toBeUndefined();
  });
});

describe('the map', () => {
  const data = makeBreakEven();

  it('places points, columns and ticks on its axes', () => {
    const scene = build(data);
    expect(scene.columns.map(({ tasks, label }) => [tasks, label])).toEqual([
      [2, '2'],
      [32, '32'],
    ]);
    const [low, , high] = scene.dots;
    expect(low!.x).toBe(scene.columns[0]!.at);
    expect(high!.y).toBeLessThan(low!.y);
    expect(scene.yTicks.map(({ label }) => label)).toContain('1 ms');
  });

  it('names each area with the largest gain that was measured in it', () => {
    const points = [
      makePoint(2, 0.01, 'serial', 0.01),
      makePoint(2, 10, 'serial', 0.6),
      makePoint(2, 11, 'threads', 1.1),
      makePoint(2, 1000, 'threads', 1.8),
      makePoint(512, 0.01, 'serial', 0.05),
      makePoint(512, 10, 'serial', 0.7),
      makePoint(512, 11, 'threads', 1.2),
      makePoint(512, 1000, 'threads', 1.6),
    ];
    const { labels } = build({ points, cells });
    expect(labels.map(({ kind, title, note }) => [kind, title, note])).toEqual([
      ['serial', 'neither', 'serial is faster: workers take up to 100× as long'],
      ['threads', 'threads', 'up to 1.80× serial'],
    ]);
  });

  it('says how much heavier the article’s tasks would have to be, from its own column', () => {
    const { article } = build(data);
    expect(article?.title).toBe('the article’s program: 2 tasks of 10 µs');
    expect(article?.note).toBe('would have to be 2,000× as large');
    expect(article?.x).toBe(build(data).columns[0]!.at);
    const bare = build({ ...data, columns: [] }).article;
    expect([bare?.note, bare?.reachesY]).toEqual([undefined, undefined]);
  });

  it('shows the experiment’s own work, its words clear of the article’s', () => {
    const near = { ...data, own: { tasks: 2, taskNs: 0.02e6 } };
    const { article, own } = build(near);
    expect(own?.title).toBe('this experiment: 2 tasks of 20 µs');
    const [one, other] = [article!.box, own!.box];
    const apart =
      one.x + one.width <= other.x ||
      other.x + other.width <= one.x ||
      one.y + one.height <= other.y ||
      other.y + other.height <= one.y;
    expect(apart).toBe(true);
  });

  it('shows the experiment’s own work once where it is the article’s program', () => {
    expect(build({ ...data, own: { tasks: 2, taskNs: 0.011e6 } }).own).toBeUndefined();
    expect(build({ ...data, own: { tasks: 32, taskNs: 0.011e6 } }).own).toBeDefined();
  });

  it('says of columns without a crossing how far they were measured', () => {
    const points = [
      ...column(2, [0.1, 'serial'], [130, 'serial']),
      ...column(512, [0.1, 'serial'], [4, 'serial']),
      ...column(2048, [0.1, 'serial'], [1, 'threads']),
    ];
    expect(build({ points, cells }).notes.map(({ text }) => text)).toEqual([
      'not found up to 130 ms',
      'not found up to 4 ms',
    ]);
    const level = [
      ...column(2, [0.1, 'serial'], [130, 'serial']),
      ...column(512, [0.1, 'serial'], [120, 'serial']),
    ];
    const narrow = build({ points: level, cells }, { width: 300 });
    expect(narrow.notes.map(({ text }) => text)).toEqual(['not found up to 120 ms']);
    expect(build(data).notes).toEqual([]);
  });

  it('stands with one point, or none', () => {
    const one = build({ points: column(2, [1, 'serial']), cells });
    expect([one.dots.length, one.areas.length]).toEqual([1, 0]);
    expect(Number.isFinite(one.dots[0]!.x) && Number.isFinite(one.dots[0]!.y)).toBe(true);
    expect(build({ points: [], cells }).dots).toEqual([]);
  });
});

describe('moving over the map', () => {
  const scene = build(makeBreakEven());
  const at = (index: number) => scene.dots[index]!.point;

  it('finds the point near the pointer, and the nearest column', () => {
    const [, second] = scene.dots;
    expect(dotAt(scene, second!.x + 3, second!.y, 12)?.point).toBe(second!.point);
    expect(dotAt(scene, second!.x + 200, second!.y, 12)).toBeUndefined();
    expect(columnAt(scene, scene.columns[1]!.at - 30)).toBe(32);
  });

  it('steps along a column, and to the nearest size of the next', () => {
    expect(stepDot(scene, undefined, 'up')).toBe(at(0));
    expect(stepDot(scene, at(0), 'up')).toBe(at(1));
    expect(stepDot(scene, at(0), 'down')).toBe(at(0));
    expect(stepDot(scene, at(2), 'right')).toBe(at(5));
    expect(stepDot(scene, at(5), 'right')).toBe(at(5));
    expect(stepDot(scene, at(3), 'left')).toBe(at(0));
  });
});

describe('the cut', () => {
  const data = makeBreakEven();

  it('has a line for each strategy measured, at the medians', () => {
    const cut = buildCut(data, 2, 344, 232)!;
    const counts = cut.lines.map(({ strategy, points }) => `${strategy} ${points.length}`);
    expect(counts.sort()).toEqual(['serial 3', 'threads 3']);
    const of = (strategy: string) => cut.lines.find((line) => line.strategy === strategy)!.points;
    // At 10 ms serial is faster, at 20 ms and 1 s threads are: higher on the screen is longer.
    expect(of('threads')[0]!.y).toBeLessThan(of('serial')[0]!.y);
    expect(of('threads')[2]!.y).toBeGreaterThan(of('serial')[2]!.y);
    expect(cut.crossing?.label).toBe('20 ms');
    expect(cut.crossing?.at).toBeCloseTo(of('serial')[1]!.x);
  });

  it('writes no name on another', () => {
    const cut = buildCut(data, 2, 344, 232)!;
    const ys = cut.lines.map(({ label }) => label.y).sort((a, b) => a - b);
    expect(ys[1]! - ys[0]!).toBeGreaterThanOrEqual(14);
  });

  it('needs two sizes', () => {
    expect(buildCut({ points: column(2, [1, 'serial']), cells }, 2, 344, 232)).toBeUndefined();
  });
});
