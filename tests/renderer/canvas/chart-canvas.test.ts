// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import ChartCanvas from '@renderer/canvas/ChartCanvas.vue';
import type { ChartInput } from '@renderer/canvas/chart-input';

Object.assign(document, { fonts: { ready: Promise.resolve() } });

let chart: VueWrapper;
const took: unknown[] = [];
const input: ChartInput = {
  hover: (point) => took.push(['hover', point]),
  grab: ({ x }) => x < 10,
  drag: ({ x }) => took.push(['drag', x]),
  pick: ({ x }) => took.push(['pick', x]),
  wheel: ({ deltaY, shift }) => took.push(['wheel', deltaY, shift]),
  step: (direction) => took.push(['step', direction]),
  page: (by) => took.push(['page', by]),
};

function open(props: { input?: ChartInput } = {}): void {
  chart = mount(ChartCanvas, {
    props: { draw: () => undefined, ...props },
    attrs: { role: 'application', class: 'mine' },
    slots: { tip: 'what is here' },
    attachTo: document.body,
  });
}
const canvas = () => chart.get('canvas');

beforeEach(() => {
  took.length = 0;
  HTMLCanvasElement.prototype.setPointerCapture = vi.fn();
});
afterEach(() => {
  chart.unmount();
  vi.restoreAllMocks();
});

describe('ChartCanvas', () => {
  it('hands pointer, wheel and keys to the picture', async () => {
    open({ input });
    await canvas().trigger('pointermove', { offsetX: 40, offsetY: 5 });
    await canvas().trigger('click', { offsetX: 41 });
    await canvas().trigger('wheel', { deltaY: 3, shiftKey: true });
    await canvas().trigger('keydown', { key: 'ArrowLeft' });
    await canvas().trigger('keydown', { key: 'PageDown' });
    await canvas().trigger('pointerleave');
    expect(took).toEqual([
      ['hover', { x: 40, y: 5 }],
      ['pick', 41],
      ['wheel', 3, true],
      ['step', 'left'],
      ['page', 1],
      ['hover', undefined],
    ]);
  });

  it('drags what a press took hold of until the release', async () => {
    open({ input });
    await canvas().trigger('pointerdown', { offsetX: 5, pointerId: 1 });
    await canvas().trigger('pointermove', { offsetX: 8 });
    await canvas().trigger('pointerup');
    await canvas().trigger('pointerdown', { offsetX: 50, pointerId: 1 });
    await canvas().trigger('pointermove', { offsetX: 51, offsetY: 0 });
    expect(took).toEqual([
      ['drag', 8],
      ['hover', { x: 51, y: 0 }],
    ]);
  });

  it('leaves the wheel, the keys and the focus to the page where the picture takes none', async () => {
    open();
    const turn = new WheelEvent('wheel', { deltaY: 3, cancelable: true });
    canvas().element.dispatchEvent(turn);
    expect(turn.defaultPrevented).toBe(false);
    expect(canvas().attributes('tabindex')).toBeUndefined();
    expect(chart.find('[aria-live]').exists()).toBe(false);
  });

  it('leaves a key with Ctrl to its shortcut', async () => {
    open({ input });
    await canvas().trigger('keydown', { key: 'ArrowLeft', ctrlKey: true });
    expect(took).toEqual([]);
  });

  it('names the canvas, not the box around it', () => {
    open({ input });
    expect(canvas().attributes('role')).toBe('application');
    expect(chart.classes()).toContain('mine');
    expect(canvas().classes()).not.toContain('mine');
  });

  it('shows the tooltip below right of its place, and flips it where it would not fit', async () => {
    vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(200);
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(50);
    stubSize(600, 400);
    open({ input });
    await chart.setProps({ tip: { x: 100, y: 100 } });
    const box = (): string => chart.get('[role=tooltip]').attributes('style') ?? '';
    await vi.waitFor(() => expect(box()).toContain('left: 114px; top: 114px;'));
    expect(chart.get('[role=tooltip]').text()).toBe('what is here');
    await chart.setProps({ tip: { x: 500, y: 390 } });
    await vi.waitFor(() => expect(box()).toContain('left: 286px; top: 326px;'));
    vi.unstubAllGlobals();
  });

  it('speaks of what the keys led to until the focus is gone', async () => {
    open({ input });
    await chart.setProps({ spoken: 'Task 3' });
    expect(chart.get('[aria-live]').text()).toBe('Task 3');
    await canvas().trigger('blur');
    expect(chart.emitted('update:spoken')).toEqual([['']]);
  });
});

/** Every canvas is told at once that it is this large. */
function stubSize(inlineSize: number, blockSize: number): void {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #tell: ResizeObserverCallback;
      constructor(tell: ResizeObserverCallback) {
        this.#tell = tell;
      }
      observe(): void {
        const devicePixelContentBoxSize = [{ inlineSize, blockSize }];
        const entry = { devicePixelContentBoxSize } as unknown as ResizeObserverEntry;
        this.#tell([entry], this as unknown as ResizeObserver);
      }
      disconnect(): void {
        // Nothing is held.
      }
    },
  );
}
