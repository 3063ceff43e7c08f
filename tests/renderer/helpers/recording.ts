// A drawing surface that writes down what is drawn on it: a draw log to assert on.
import type { Surface } from '@renderer/canvas/pen';

export interface Drawn {
  readonly what: 'fill' | 'box' | 'line' | 'arc' | 'text' | 'rim';
  /** Left, top, width, height; of a line its two ends; of a text where it stands. */
  readonly at: readonly number[];
  readonly colour: string;
  readonly alpha: number;
  readonly dash: readonly number[];
  readonly text?: string;
  readonly align?: string;
  /** Whether a clip was in force. */
  readonly clipped: boolean;
}

/** Width of every character, as in the mono face at 11 px. */
export const charWidth = 6.6;

export class RecordingSurface implements Surface {
  readonly log: Drawn[] = [];
  fillStyle: Surface['fillStyle'] = '';
  strokeStyle: Surface['strokeStyle'] = '';
  lineWidth = 1;
  font = '';
  textAlign: CanvasTextAlign = 'left';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  lineJoin: CanvasLineJoin = 'miter';
  globalAlpha = 1;
  saved = 0;
  #dash: readonly number[] = [];
  #path: { what: 'line' | 'arc'; at: number[] }[] = [];
  #from: readonly [number, number] = [0, 0];
  #clips = 0;

  #note(
    what: Drawn['what'],
    at: readonly number[],
    colour: Surface['fillStyle'],
    text?: string,
  ): void {
    this.log.push({
      what,
      at,
      colour: String(colour),
      alpha: this.globalAlpha,
      dash: this.#dash,
      clipped: this.#clips > 0,
      ...(text !== undefined && { text, align: this.textAlign }),
    });
  }

  fillRect(...at: [number, number, number, number]): void {
    this.#note('fill', at, this.fillStyle);
  }
  strokeRect(...at: [number, number, number, number]): void {
    this.#note('box', at, this.strokeStyle);
  }
  clearRect(): void {
    this.log.length = 0;
  }
  beginPath(): void {
    this.#path = [];
  }
  moveTo(x: number, y: number): void {
    this.#from = [x, y];
  }
  lineTo(x: number, y: number): void {
    this.#path.push({ what: 'line', at: [...this.#from, x, y] });
    this.#from = [x, y];
  }
  arc(x: number, y: number, radius: number): void {
    this.#path.push({ what: 'arc', at: [x, y, radius] });
  }
  rect(): void {
    this.#path = [];
  }
  clip(): void {
    this.#clips += 1;
  }
  fill(): void {
    for (const { what, at } of this.#path) this.#note(what, at, this.fillStyle);
  }
  stroke(): void {
    for (const { what, at } of this.#path) this.#note(what, at, this.strokeStyle);
  }
  save(): void {
    this.saved += 1;
  }
  restore(): void {
    this.saved -= 1;
    this.#clips = 0;
  }
  setLineDash(dash: readonly number[]): void {
    this.#dash = dash;
  }
  fillText(text: string, x: number, y: number): void {
    this.#note('text', [x, y], this.fillStyle, text);
  }
  strokeText(text: string, x: number, y: number): void {
    this.#note('rim', [x, y], this.strokeStyle, text);
  }
  measureText(text: string): TextMetrics {
    return { width: text.length * charWidth } as TextMetrics;
  }

  /** Every text, in the order written. */
  get texts(): readonly string[] {
    return this.log.flatMap(({ what, text }) =>
      what === 'text' && text !== undefined ? [text] : [],
    );
  }

  /** What was drawn in a colour. */
  in(colour: string, what?: Drawn['what']): readonly Drawn[] {
    return this.log.filter(
      (one) => one.colour === colour && (what === undefined || one.what === what),
    );
  }
}
