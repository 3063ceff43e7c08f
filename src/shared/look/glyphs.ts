// The strategies' marks as paths in a 16 × 16 box: each is its topology. Drawn as SVG and on canvas.
import { forEveryStrategy } from '../experiment/strategies';

export interface GlyphPart {
  /** Path data. */
  readonly d: string;
  /** Width of the line; a part without one is filled. */
  readonly width?: number;
}

export const glyphs = forEveryStrategy<readonly GlyphPart[]>({
  serial: [
    { d: 'M.5 5.5h15v5H.5z', width: 1 },
    { d: 'M3 8h10', width: 2 },
  ],
  async: [
    { d: 'M5 3.2a5.75 5.75 0 1 0 4.4-.5', width: 1.5 },
    { d: 'M7 .6 10.6 2.6 7.4 5z' },
    { d: 'M6.1 8.3a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0-3.8 0z' },
  ],
  threads: [
    { d: 'M1 1h14v14H1z', width: 1.25 },
    { d: 'M3.5 4.5h9M3.5 8h9M3.5 11.5h9', width: 2 },
  ],
  processes: [
    { d: 'M1 1h14v3.5H1zM1 6.25h14v3.5H1zM1 11.5h14V15H1z', width: 1.25 },
    { d: 'M3.5 2.75h9M3.5 8h9M3.5 13.25h9', width: 1.25 },
  ],
  hybrid: [
    { d: 'M1 .9h14v6.2H1zM1 8.9h14v6.2H1z', width: 1.25 },
    { d: 'M3.5 3h9M3.5 5h9M3.5 11h9M3.5 13h9', width: 1.1 },
  ],
});

/** The dot of a strategy in charts. */
export const dotShapes = forEveryStrategy<'circle' | 'rect' | 'rectRot' | 'triangle'>({
  serial: 'circle',
  async: 'triangle',
  threads: 'circle',
  processes: 'rect',
  hybrid: 'rectRot',
});

const pitch = 3.6;
const width = 2.5;

/** The 45° bands of the box that a Python strategy's mark is drawn in: the ground shows between them. */
export const pythonBands = Array.from({ length: Math.ceil(32 / pitch) }, (_, index) => {
  const from = index * pitch;
  const to = from + width;
  return `M${from} 0L${to} 0L0 ${to}L0 ${from}z`;
}).join('');
