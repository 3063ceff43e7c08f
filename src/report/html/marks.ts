// The signs a chart is read by: a glyph per strategy (its topology), dots, hatches.
import { dotShapes, glyphs, pythonBands } from '@shared/look/glyphs';
import { isPython, strategyKinds, type StrategyKind } from '@shared/experiment/strategies';
import { markup, type Markup } from './markup';

/** A mark as the window draws it; Python's is cut into bands. */
function drawGlyph(strategy: StrategyKind): Markup {
  const parts = glyphs[strategy].map(({ d, width }) =>
    width === undefined
      ? markup`<path d="${d}" fill="currentColor" />`
      : markup`<path d="${d}" fill="none" stroke="currentColor" stroke-width="${width}" />`,
  );
  return isPython(strategy)
    ? markup`<g clip-path="url(#python-bands)">${parts}</g>`
    : markup`${parts}`;
}

/** Definitions the rest of the page points at; put into the page once. */
export function defineMarks(): Markup {
  const symbols = strategyKinds.map(
    (strategy) =>
      markup`<symbol id="glyph-${strategy}" viewBox="0 0 16 16">${drawGlyph(strategy)}</symbol>`,
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
    <defs><clipPath id="python-bands"><path d="${pythonBands}" /></clipPath>${symbols}${hatches}</defs>
  </svg>`;
}

/** The glyph of a strategy in its hue; its name stands beside it. */
export function glyph(strategy: StrategyKind, size = 16): Markup {
  return markup`<svg class="glyph ${strategy}" width="${size}" height="${size}" aria-hidden="true">
    <use href="#glyph-${strategy}" />
  </svg>`;
}

/** A dot in the strategy's shape, as the window's charts have it. */
export function dot(strategy: StrategyKind, x: number, y: number, radius: number): Markup {
  const r = radius * 1.25;
  const side = radius * 1.8;
  switch (dotShapes[strategy]) {
    case 'rect':
      return markup`<rect
        class="dot"
        x="${x - side / 2}"
        y="${y - side / 2}"
        width="${side}"
        height="${side}"
      />`;
    case 'rectRot':
      return markup`<path class="dot" d="M${x} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}z" />`;
    case 'triangle':
      return markup`<path class="dot" d="M${x} ${y - r}l${r} ${2 * r}h${-2 * r}z" />`;
    case 'circle':
      return markup`<circle class="dot" cx="${x}" cy="${y}" r="${radius}" />`;
  }
}
