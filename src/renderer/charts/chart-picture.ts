// A chart of Chart.js drawn once more for a picture: on a surface that writes an SVG, or in pixels of twice the size.
import { BasePlatform } from 'chart.js';
import type { PictureSurface } from '../canvas/pen';
import { SvgRecorder } from '../canvas/svg-recorder';
import { Chart, type ChartConfig } from './setup';

/** Draws on what it is given; watches nothing. */
class StillPlatform extends BasePlatform {
  override acquireContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
    return canvas.getContext('2d');
  }
}

/** The configuration for one drawing of fixed size. */
function still(chartConfig: ChartConfig, ratio: number): ChartConfig {
  const { options = {} } = chartConfig;
  return {
    ...chartConfig,
    platform: StillPlatform,
    data: {
      ...chartConfig.data,
      // With styles by segment Chart.js draws lines on the surface itself, not as paths that can't be read again.
      datasets: chartConfig.data.datasets.map((dataset) => ({ ...dataset, segment: {} })),
    },
    options: {
      ...options,
      responsive: false,
      events: [],
      devicePixelRatio: ratio,
    },
  };
}

/** Pixels of the picture in one px. */
const ratio = 2;

/**
 * Draws the chart with its corner at the surface's origin.
 * @param size in CSS px
 */
export function drawChart(
  ctx: PictureSurface,
  chartConfig: ChartConfig,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  if (ctx instanceof SvgRecorder) {
    ctx.save();
    ctx.rebase();
    const canvas = { width, height, style: {}, getContext: () => surface };
    const surface = Object.assign(ctx, { canvas });
    new Chart(canvas as unknown as HTMLCanvasElement, still(chartConfig, 1)).destroy();
    ctx.restore();
    return;
  }
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const chart = new Chart(canvas, still(chartConfig, ratio));
  (ctx as CanvasRenderingContext2D).drawImage(canvas, 0, 0, width, height);
  chart.destroy();
}
