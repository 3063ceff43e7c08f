// The 45° ground stripe of a Python strategy's bars, as a fill that Chart.js takes.

const pitch = 6;
const width = 1.25;

/**
 * A hue with stripes of the ground; the plain hue where nothing can be drawn.
 * @param ground what shows in the stripes
 */
export function striped(hue: string, ground: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = tile.height = pitch;
  const ctx = tile.getContext('2d');
  if (ctx === null) return hue;
  ctx.fillStyle = hue;
  ctx.fillRect(0, 0, pitch, pitch);
  ctx.strokeStyle = ground;
  ctx.lineWidth = width;
  ctx.beginPath();
  // The corners' pieces join those of the neighbouring tiles.
  for (const at of [0, pitch, 2 * pitch]) {
    ctx.moveTo(at + 1, -1);
    ctx.lineTo(-1, at + 1);
  }
  ctx.stroke();
  return ctx.createPattern(tile, 'repeat') ?? hue;
}
