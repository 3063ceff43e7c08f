// The signs a chart is read by: a glyph per strategy (its topology), dots, hatches.
import { forEveryStrategy, strategyKinds, type StrategyKind } from '@shared/experiment/strategies';
import { markup, type Markup } from './markup';

const glyphs = forEveryStrategy<Markup>({
  serial: markup`<rect x="1" y="5" width="14" height="6" /><path d="M4 8h8" stroke-width="2" />`,
  async: markup`<path d="M4.2 3.6A6 6 0 1 0 8 2M8 2l-3.2.2M8 2 5.6 4.6" /><circle
      cx="8"
      cy="8"
      r="1.6"
      class="full"
    />`,
  threads: markup`<rect x="1.5" y="1.5" width="13" height="13" /><path
      d="M4 5h8M4 8h8M4 11h8"
      stroke-width="2"
    />`,
  processes: markup`<path d="M1.5 1.5h13v3.4h-13zM1.5 6.3h13v3.4h-13zM1.5 11.1h13v3.4h-13z" /><path
      d="M4 3.2h8M4 8h8M4 12.8h8"
    />`,
  hybrid: markup`<path d="M1.5 1.5h13v5.6h-13zM1.5 8.9h13v5.6h-13z" /><path
      d="M4 3.4h8M4 5.2h8M4 10.8h8M4 12.6h8"
    />`,
});

/** Definitions the rest of the page points at; put into the page once. */
export function defineMarks(): Markup {
  const symbols = strategyKinds.map(
    (strategy) =>
      markup`<symbol id="glyph-${strategy}" viewBox="0 0 16 16">${glyphs[strategy]}</symbol>`,
  );
  const hatches = strategyKinds.map(
    (strategy) =>
      markup`<pattern
        id="hatch-${strategy}"
        class="${strategy}"
        width="4"
        height="4"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M1 0v4" class="hatch" />
      </pattern>`,
  );
  return markup`<svg width="0" height="0" class="defs" aria-hidden="true">
    <defs>${symbols}${hatches}</defs>
  </svg>`;
}

/** The glyph of a strategy in its hue; its name stands beside it. */
export function glyph(strategy: StrategyKind, size = 16): Markup {
  return markup`<svg class="glyph ${strategy}" width="${size}" height="${size}" aria-hidden="true">
    <use href="#glyph-${strategy}" />
  </svg>`;
}

/** A dot in the strategy's shape: square for processes, diamond for hybrid, round otherwise. */
export function dot(strategy: StrategyKind, x: number, y: number, radius: number): Markup {
  if (strategy === 'processes') {
    const side = radius * 1.8;
    return markup`<rect
      class="dot"
      x="${x - side / 2}"
      y="${y - side / 2}"
      width="${side}"
      height="${side}"
    />`;
  }
  if (strategy === 'hybrid') {
    const r = radius * 1.25;
    return markup`<path class="dot" d="M${x} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}z" />`;
  }
  return markup`<circle class="dot" cx="${x}" cy="${y}" r="${radius}" />`;
}
