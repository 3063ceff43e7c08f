// @vitest-environment happy-dom
import { resetApi } from '../helpers/fake-api';
import { mount, type VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import BreakEvenMap from '@renderer/break-even/BreakEvenMap.vue';
import { RecordingSurface } from '../helpers/recording';
import { makeBreakEven } from '../../helpers/make/break-even';

Object.assign(document, { fonts: { ready: Promise.resolve() } });

/** Tells at once that the canvas is 900 × 600. */
class FixedSize {
  readonly #tell: ResizeObserverCallback;
  constructor(tell: ResizeObserverCallback) {
    this.#tell = tell;
  }
  observe(): void {
    const devicePixelContentBoxSize = [{ inlineSize: 900, blockSize: 600 }];
    const entry = { devicePixelContentBoxSize } as unknown as ResizeObserverEntry;
    this.#tell([entry], this as unknown as ResizeObserver);
  }
  disconnect(): void {
    // Nothing is held.
  }
}

const data = makeBreakEven();
let map: VueWrapper;
let surface: RecordingSurface;

const spoken = (): string => map.get('[aria-live]').text();
const chosen = (): unknown => map.emitted('update:tasks')?.at(-1)?.[0];
const press = (key: string) => map.get('canvas').trigger('keydown', { key });

beforeEach(async () => {
  setActivePinia(createPinia());
  resetApi();
  surface = Object.assign(new RecordingSurface(), { setTransform: () => undefined });
  vi.stubGlobal('ResizeObserver', FixedSize);
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(surface as never);
  map = mount(BreakEvenMap, { props: { data, tasks: 2 }, attachTo: document.body });
  await vi.waitFor(() => expect(surface.texts).toContain('number of tasks, logarithmic'));
});
afterEach(() => {
  map.unmount();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the break-even map', () => {
  it('moves over the measured points by arrow keys, with live text, and takes the column along', async () => {
    await press('ArrowUp');
    expect(spoken()).toContain('2 tasks of 10 ms: serial is fastest');
    await press('ArrowUp');
    expect(spoken()).toContain('2 tasks of 20 ms: threads are fastest');
    await press('ArrowRight');
    expect(spoken()).toContain('32 tasks of 60 ms: processes are fastest');
    expect(chosen()).toBe(32);
    expect(map.get('[role=tooltip]').text()).toContain('1.90× serial (1.80× to');
    await press('Enter');
    expect(spoken()).toContain('32 tasks of 60 ms');
  });

  it('tells of the point under the pointer, and of none beside the points', async () => {
    const [, dot] = surface.log.filter(({ what, at }) => what === 'arc' && at[2] === 3);
    const canvas = map.get('canvas');
    await canvas.trigger('pointermove', { offsetX: dot!.at[0]! + 4, offsetY: dot!.at[1] });
    expect(map.get('[role=tooltip]').text()).toContain('2 tasks of 20 ms');
    await canvas.trigger('pointermove', { offsetX: 450, offsetY: 30 });
    expect(map.find('[role=tooltip]').exists()).toBe(false);
  });

  it('chooses the column nearest to a click', async () => {
    await map.get('canvas').trigger('click', { offsetX: 800, offsetY: 300 });
    expect(chosen()).toBe(32);
  });
});
