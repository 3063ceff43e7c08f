// A chart as a picture that stands alone: its title above it, on the theme's own ground.
import { sansFont } from '@shared/look/fonts';
import type { Palette } from '@shared/look/palette';

const margin = 24;
const headHeight = 44;

/** A new canvas with title, note and chart, at the chart's resolution. */
export function composePicture(
  chart: HTMLCanvasElement,
  text: { readonly title: string; readonly note: string },
  palette: Palette,
): HTMLCanvasElement {
  const ratio = chart.clientWidth === 0 ? 1 : chart.width / chart.clientWidth;
  const picture = document.createElement('canvas');
  picture.width = chart.width + 2 * margin * ratio;
  picture.height = chart.height + (2 * margin + headHeight) * ratio;
  const ctx = picture.getContext('2d');
  if (ctx === null) throw new Error('no 2D context');
  ctx.fillStyle = palette.surface;
  ctx.fillRect(0, 0, picture.width, picture.height);
  ctx.drawImage(chart, margin * ratio, (margin + headHeight) * ratio);
  ctx.scale(ratio, ratio);
  ctx.fillStyle = palette.ink;
  ctx.font = `600 15px ${sansFont}`;
  ctx.fillText(text.title, margin, margin + 14);
  ctx.fillStyle = palette.ink3;
  ctx.font = `400 11px ${sansFont}`;
  ctx.fillText(text.note, margin, margin + 32);
  return picture;
}
