// @vitest-environment happy-dom
// The charts that the components build, in a language of accented letters: labels, axes, ticks, tooltips and what
// plugins draw hold no plain word.
import { resetApi } from '../helpers/fake-api';
import { readFileSync } from 'node:fs';
import { mount, type VueWrapper } from '@vue/test-utils';
import type { Chart, TooltipItem } from 'chart.js';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { resultRows } from '@present/figures/views';
import ClaimChart from '@renderer/claims/ClaimChart.vue';
import type { ChartConfig } from '@renderer/charts/setup';
import type { ChartKind } from '@renderer/charts/parts';
import MedianChart from '@renderer/results/MedianChart.vue';
import SpeedupChart from '@renderer/results/SpeedupChart.vue';
import type { Figure, FigureUnit, Quantity } from '@shared/claims/claims';
import type { Report } from '@shared/report/report';
import { parseReport } from '@shared/report/report-file';
import { makeFigure } from '../../helpers/make/figure';
import { makeFinding } from '../../helpers/make/finding';
import { plainTexts } from '../../helpers/pseudo-locale';
import { RecordingSurface } from '../helpers/recording';

vi.mock('@present/messages/texts', async (original) => {
  const { texts } = await original<{ texts: { en: readonly string[] } }>();
  const { pseudoText } = await import('../../helpers/pseudo-locale');
  return { texts: { en: texts.en.map(pseudoText) } };
});

const golden = parseReport(readFileSync('tests/golden/report.json', 'utf8'));
if (!golden.ok) throw new Error(golden.problem.code);
const report: Report = golden.value;

/** Names that the languages of programming have. */
const data = ['Python'];

/** In place of the browser's paths. */
function NoPath(): void {}
class ChartSurface extends RecordingSurface {
  translate(): void {}
  scale(): void {}
}

beforeEach(() => {
  setActivePinia(createPinia());
  resetApi();
  vi.stubGlobal('Path2D', NoPath);
});

/** The configuration that a component hands to Chart.js. */
function configOf(component: VueWrapper): ChartConfig {
  const props = component.findComponent({ name: 'RecipeChart' }).props() as {
    readonly chartConfig: ChartConfig;
  };
  return props.chartConfig;
}

interface Axis {
  readonly title: { readonly text: string };
  readonly ticks: { readonly callback?: (value: number) => string | null };
  readonly afterBuildTicks?: (axis: { ticks: { value: number }[] }) => void;
}

/** The title of an axis, and its ticks at the values that it sets and at decades. */
function axisTexts(axis: Axis): readonly string[] {
  const built = { ticks: [] as { value: number }[] };
  axis.afterBuildTicks?.(built);
  const values = [...built.ticks.map(({ value }) => value), 0, 0.01, 1, 10, 1000, 1e6];
  return [axis.title.text, ...values.flatMap((value) => axis.ticks.callback?.(value) ?? [])];
}

interface Dot {
  readonly x: number;
  readonly y: number;
}

/** The tooltips of all points. */
function tooltipTexts({ data: { datasets }, options }: ChartConfig): readonly string[] {
  const { callbacks, filter } = options!.plugins!.tooltip as unknown as {
    readonly callbacks: {
      readonly title: (items: readonly TooltipItem<ChartKind>[]) => string;
      readonly label: (item: TooltipItem<ChartKind>) => string;
    };
    readonly filter?: (item: TooltipItem<ChartKind>) => boolean;
  };
  return datasets.flatMap((dataset, datasetIndex) =>
    (dataset.data as readonly unknown[]).flatMap((point, dataIndex) => {
      const isDot = typeof point === 'object' && point !== null && 'x' in point;
      const parsed = isDot ? (point as Dot) : { x: 1, y: dataIndex };
      const item = { dataset, datasetIndex, dataIndex, parsed } as TooltipItem<ChartKind>;
      return filter?.(item) === false ? [] : [callbacks.title([item]), callbacks.label(item)];
    }),
  );
}

/** What the plugins draw. */
function drawnTexts({ plugins }: ChartConfig): readonly string[] {
  const ctx = new ChartSurface();
  const scale = { getPixelForValue: (value: number) => value };
  const chartArea = { left: 0, top: 0, right: 160, bottom: 100, width: 160, height: 100 };
  const chart = { ctx, chartArea, width: 160, scales: { x: scale, y: scale } };
  for (const plugin of plugins ?? []) {
    const drawn = chart as unknown as Chart<ChartKind>;
    plugin.afterDatasetsDraw?.(drawn, {} as never, {}, false);
    plugin.afterDraw?.(drawn, {} as never, {});
  }
  return ctx.texts;
}

function textsOf(config: ChartConfig): Readonly<Record<string, readonly string[]>> {
  const { x, y } = config.options!.scales as unknown as Readonly<Record<'x' | 'y', Axis>>;
  return {
    labels: [
      ...(config.data.labels ?? []),
      ...config.data.datasets.flatMap(({ label }) => label ?? []),
    ],
    axes: [x, y].flatMap((axis) => ('title' in axis ? axisTexts(axis) : [])),
    tooltips: tooltipTexts(config),
    drawn: drawnTexts(config),
  };
}

function expectNoPlainWord(component: VueWrapper): void {
  for (const [part, texts] of Object.entries(textsOf(configOf(component)))) {
    expect(texts.length, part).toBeGreaterThan(1);
    expect(plainTexts(texts, data), part).toEqual([]);
  }
}

const options = { global: { stubs: { RecipeChart: true } } };

/** The chart with each kind of axis that it can be given. */
async function expectOnBothAxes(component: VueWrapper): Promise<void> {
  for (const scale of ['linear', 'log']) {
    await component.get(`input[type=radio][value=${scale}]`).setValue(true);
    expectNoPlainWord(component);
  }
}

/** A line of a claim's chart. */
const line = (
  { quantity, unit, xs }: { quantity: Quantity; unit: FigureUnit; xs: readonly number[] },
  strategy: 'threads' | 'processes',
  runtime: string,
): readonly Figure[] =>
  xs.map((x) => {
    const cell = { strategy, workers: x, placement: 'host' } as const;
    const topology = { processes: 1, threads: x, concurrency: 1 };
    return makeFigure(quantity, strategy, [x, 20 * x, 300 * x], {
      ...{ unit, x, strategy, runtime },
      label: { ...cell, topology },
    });
  });

describe('in a language of accented letters no plain word is in the chart', () => {
  it.each(['cold', 'warm'] as const)('of medians, %s', async (basis) => {
    await expectOnBothAxes(
      mount(MedianChart, { ...options, props: { rows: resultRows(report.cells, basis), basis } }),
    );
  });

  it.each(['cold', 'warm'] as const)('of speed-ups, %s', async (basis) => {
    const environment = { ...report.environment, quotaCores: 1.5 };
    await expectOnBothAxes(
      mount(SpeedupChart, { ...options, props: { report: { ...report, environment }, basis } }),
    );
  });

  it.each([
    ['workers', { quantity: 'speedup', unit: 'times', xs: [1, 2, 8] }],
    ['bytes', { quantity: 'round-trip', unit: 'ns', xs: [1000, 1e5, 1e6] }],
  ] as const)("of a claim's figures by %s", (_, by) => {
    const figures = ['node', '3.12'].flatMap((runtime) => [
      ...line(by, 'threads', runtime),
      ...line(by, 'processes', runtime),
    ]);
    const finding = makeFinding(by.quantity === 'speedup' ? 'cores' : 'messages', { figures });
    expectNoPlainWord(mount(ClaimChart, { ...options, props: { finding } }));
  });
});
