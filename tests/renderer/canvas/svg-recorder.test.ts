import { expect, it } from 'vitest';
import { SvgRecorder } from '@renderer/canvas/svg-recorder';
import { sansFont } from '@shared/look/fonts';

const measure = {
  font: '',
  textBaseline: 'alphabetic' as CanvasTextBaseline,
  measureText: (text: string) =>
    ({ width: 6 * text.length, alphabeticBaseline: -4 }) as TextMetrics,
};

function record(draw: (ctx: SvgRecorder) => void): string[] {
  const svg = new SvgRecorder(100, 50, measure);
  draw(svg);
  return svg.write('Name').split('\n').slice(2, -2);
}

it('writes a whole file with its size and name', () => {
  const [head, title, end, rest] = new SvgRecorder(100, 50.5, measure).write('A & <b>').split('\n');
  expect(head).toMatch(
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="100" height="50.5" viewBox="0 0 100 50.5" font-family=".*" role="img">$/,
  );
  expect(title).toBe('<title>A &amp; &lt;b&gt;</title>');
  expect([end, rest]).toEqual(['</svg>', '']);
});

it('moves, scales and turns what is drawn, until it is restored', () => {
  const lines = record((ctx) => {
    ctx.fillStyle = '#123456';
    ctx.save();
    ctx.translate(10, 20);
    ctx.scale(2, 2);
    ctx.fillRect(1, 1, 2, 3);
    ctx.rotate(Math.PI / 2);
    ctx.fillRect(0, 0, 1, 1);
    ctx.restore();
    ctx.fillRect(0, 0, 1, 1);
  });
  expect(lines).toEqual([
    '<path d="M12 22L16 22L16 28L12 28Z" fill="#123456"/>',
    '<path d="M10 20L10 22L8 22L8 20Z" fill="#123456"/>',
    '<path d="M0 0L1 0L1 1L0 1Z" fill="#123456"/>',
  ]);
});

it('returns to where it was rebased, not to the corner of the picture', () => {
  const lines = record((ctx) => {
    ctx.translate(10, 10);
    ctx.rebase();
    ctx.setTransform(2, 0, 0, 2, 0, 0);
    ctx.fillRect(1, 1, 1, 1);
    ctx.resetTransform();
    ctx.fillRect(0, 0, 1, 1);
  });
  expect(lines.map((line) => /d="([^"]*)"/.exec(line)?.[1])).toEqual([
    'M12 12L14 12L14 14L12 14Z',
    'M10 10L11 10L11 11L10 11Z',
  ]);
});

it('strokes lines with width, dash and alpha', () => {
  const [line] = record((ctx) => {
    ctx.strokeStyle = 'red';
    ctx.lineWidth = 1.5;
    ctx.globalAlpha = 0.5;
    ctx.setLineDash([2, 3]);
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.lineTo(5, 5);
    ctx.stroke();
  });
  expect(line).toBe(
    '<path d="M0 0L5 5" fill="none" stroke="red" stroke-opacity="0.5" stroke-width="1.5" stroke-dasharray="2 3"/>',
  );
});

it('draws a whole circle in two arcs, and a part of one the way it is told', () => {
  const arcs = record((ctx) => {
    for (const [to, back] of [
      [2 * Math.PI, false],
      [Math.PI / 2, false],
      [Math.PI / 2, true],
    ] as const) {
      ctx.beginPath();
      ctx.arc(10, 10, 5, 0, to, back);
      ctx.fill();
    }
  }).map((line) => /d="([^"]*)"/.exec(line)?.[1]);
  expect(arcs).toEqual([
    'M15 10A5 5 0 0 1 5 10A5 5 0 0 1 15 10',
    'M15 10A5 5 0 0 1 10 15',
    'M15 10A5 5 0 0 0 6.46 6.46A5 5 0 0 0 10 15',
  ]);
});

it('keeps what a clip holds together, one clip within another', () => {
  const lines = record((ctx) => {
    ctx.save();
    ctx.beginPath();
    ctx.rect(0, 0, 10, 10);
    ctx.clip();
    ctx.fillRect(1, 1, 1, 1);
    ctx.fillRect(2, 2, 1, 1);
    ctx.save();
    ctx.beginPath();
    ctx.rect(2, 2, 4, 4);
    ctx.clip();
    ctx.fillRect(3, 3, 1, 1);
    ctx.restore();
    ctx.restore();
    ctx.fillRect(9, 9, 1, 1);
  });
  expect(lines[0]).toBe(
    '<defs><clipPath id="clip1"><path d="M0 0L10 0L10 10L0 10Z"/></clipPath>' +
      '<clipPath id="clip2" clip-path="url(#clip1)"><path d="M2 2L6 2L6 6L2 6Z"/></clipPath></defs>',
  );
  expect(lines.slice(1).map((line) => line.replace(/<path.*/, 'box'))).toEqual([
    ...['<g clip-path="url(#clip1)">', 'box', 'box', '</g>'],
    ...['<g clip-path="url(#clip2)">', 'box', '</g>', 'box'],
  ]);
});

it('writes texts where they stand, whoever reads the file', () => {
  const lines = record((ctx) => {
    ctx.font = `600 12px ${sansFont}`;
    ctx.textAlign = 'right';
    ctx.textBaseline = 'middle';
    ctx.fillText('a<b', 50, 10);
    ctx.font = '11px "Some Mono", monospace';
    ctx.textAlign = 'left';
    ctx.fillText('\u202e\u0000', 0, 0);
  });
  expect(lines).toEqual([
    '<text x="50" y="14" font-size="12" font-weight="600" text-anchor="end" textLength="18" lengthAdjust="spacingAndGlyphs" fill="#000">a&lt;b</text>',
    expect.stringMatching(
      /font-family="&quot;Some Mono&quot;, monospace".*>\\u202e\\u0000<\/text>$/,
    ),
  ]);
});
