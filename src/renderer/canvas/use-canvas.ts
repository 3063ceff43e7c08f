// A canvas that fills its element, sharp at every pixel ratio, drawn by the window's one loop. Its pixels go to the
// screen by themselves (OffscreenCanvas): without a graphics processor a frame of the page costs twice as much.
import { onBeforeUnmount, onMounted, type ShallowRef } from 'vue';
import { forgetTextWidths, type Surface } from './pen';
import { frameLoop, type Cause } from './frame';

export interface CanvasSize {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export interface CanvasHandle {
  /** Asks for a drawing. */
  wake(cause: Cause): void;
  size(): CanvasSize;
}

/**
 * Draws with `draw` whenever it is woken, or its element's size in device pixels changes.
 * @param origin where the canvas's corner lies in the picture, for one that shows a part of it
 */
export function useCanvas(
  canvas: Readonly<ShallowRef<HTMLCanvasElement | null>>,
  draw: (ctx: Surface, size: CanvasSize, cause: Cause) => void,
  origin: () => { readonly x: number; readonly y: number } = () => ({ x: 0, y: 0 }),
): CanvasHandle {
  let [deviceWidth, deviceHeight] = [0, 0];
  let size: CanvasSize = { width: 0, height: 0 };
  let pixels: OffscreenCanvas | undefined;
  const layer = frameLoop.add(paint);
  // Device pixels: an element's width may be a fraction of a CSS pixel, a canvas's may not.
  const observer = new ResizeObserver(([entry]) => {
    const box = entry?.devicePixelContentBoxSize[0];
    if (box === undefined) return;
    [deviceWidth, deviceHeight] = [box.inlineSize, box.blockSize];
    const ratio = window.devicePixelRatio;
    size = { width: deviceWidth / ratio, height: deviceHeight / ratio };
    layer.wake('user');
  });

  function paint(cause: Cause): void {
    const ctx = pixels?.getContext('2d', { alpha: false });
    if (pixels === undefined || !ctx || deviceWidth < 1 || deviceHeight < 1) return;
    // Setting the size clears the canvas, so only where it changed.
    if (pixels.width !== deviceWidth) pixels.width = deviceWidth;
    if (pixels.height !== deviceHeight) pixels.height = deviceHeight;
    const ratio = window.devicePixelRatio;
    const { x, y } = origin();
    ctx.setTransform(ratio, 0, 0, ratio, -x * ratio, -y * ratio);
    draw(ctx, size, cause);
  }

  async function drawWithFonts(): Promise<void> {
    await document.fonts.ready;
    forgetTextWidths();
    layer.wake('user');
  }

  onMounted(() => {
    if (canvas.value === null) return;
    // An element gives its pixels away once.
    pixels = canvas.value.transferControlToOffscreen();
    // The process that draws was started anew: the picture is gone.
    pixels.addEventListener('contextrestored', () => layer.wake('user'));
    observer.observe(canvas.value, { box: 'device-pixel-content-box' });
    void drawWithFonts();
  });
  onBeforeUnmount(() => {
    observer.disconnect();
    layer.remove();
  });

  return { wake: (cause) => layer.wake(cause), size: () => size };
}
