// A drawing surface that writes an SVG: it takes the calls of a 2D context that the pictures and Chart.js make. It
// writes text and touches no document, so that the page's Content-Security-Policy has nothing to forbid.
import { sansFont } from '@shared/look/fonts';
import type { Surface } from './pen';
import { dataOfPath, stripeLines, stripesOf, type Stripes } from './remembered';
import {
  apply,
  attributes,
  escapeXml,
  unmoved,
  multiply,
  readFont,
  scaleOf,
  short,
  transformText,
  type Attributes,
  type Matrix,
} from './svg-text';

/** What measures text: a real context. */
export type TextMeasure = Pick<CanvasRenderingContext2D, 'font' | 'textBaseline' | 'measureText'>;

type Fill = CanvasRenderingContext2D['fillStyle'];

/** What `save` keeps. */
interface State {
  fillStyle: Fill;
  strokeStyle: Fill;
  lineWidth: number;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  lineJoin: CanvasLineJoin;
  lineCap: CanvasLineCap;
  lineDashOffset: number;
  globalAlpha: number;
  dash: readonly number[];
  matrix: Matrix;
  /** Id of the clip in force. */
  clip: string | undefined;
}

const firstState: State = {
  ...{ fillStyle: '#000', strokeStyle: '#000', lineWidth: 1, font: '10px sans-serif' },
  ...{ textAlign: 'start', textBaseline: 'alphabetic', lineJoin: 'miter', lineCap: 'butt' },
  ...{ lineDashOffset: 0, globalAlpha: 1, dash: [], matrix: unmoved, clip: undefined },
};

const anchors: Readonly<Partial<Record<CanvasTextAlign, string>>> = {
  center: 'middle',
  right: 'end',
  end: 'end',
};

/** A circle or ellipse turns this far at most in one arc of SVG. */
const halfTurn = Math.PI;

export class SvgRecorder implements Surface {
  fillStyle!: Fill;
  strokeStyle!: Fill;
  lineWidth!: number;
  font!: string;
  textAlign!: CanvasTextAlign;
  textBaseline!: CanvasTextBaseline;
  lineJoin!: CanvasLineJoin;
  lineCap!: CanvasLineCap;
  lineDashOffset!: number;
  globalAlpha!: number;
  readonly #width: number;
  readonly #height: number;
  readonly #measure: TextMeasure;
  readonly #body: string[] = [];
  readonly #definitions: string[] = [];
  readonly #patterns = new Map<string, string>();
  readonly #clips = new Map<string, string>();
  readonly #saved: State[] = [];
  #dash: readonly number[] = [];
  #matrix: Matrix = unmoved;
  /** What `resetTransform` leads back to. */
  #base: Matrix = unmoved;
  #clip: string | undefined;
  #openClip: string | undefined;
  #path = '';
  #isEmpty = true;

  /**
   * @param width and height of the picture in px
   * @param measure is asked how wide texts are
   */
  constructor(width: number, height: number, measure: TextMeasure) {
    this.#width = width;
    this.#height = height;
    this.#measure = measure;
    this.#restore(firstState);
  }

  /** The SVG as a whole file; `title` is read to those who don't see it. */
  write(title: string): string {
    const [width, height] = [this.#width, this.#height];
    const viewBox = [0, 0, width, height].map(short).join(' ');
    const look = { width, height, viewBox, 'font-family': sansFont, role: 'img' };
    const open = `<svg${attributes({ xmlns: 'http://www.w3.org/2000/svg', ...look })}>`;
    const definitions =
      this.#definitions.length === 0 ? [] : [`<defs>${this.#definitions.join('')}</defs>`];
    const end = this.#openClip === undefined ? [] : ['</g>'];
    const parts = [open, `<title>${escapeXml(title)}</title>`, ...definitions];
    return [...parts, ...this.#body, ...end, '</svg>', ''].join('\n');
  }

  /** From now on the origin is where it is now, also after `setTransform`: for who sets transforms by itself. */
  rebase(): void {
    this.#base = this.#matrix;
  }

  save(): void {
    this.#saved.push({
      ...{ fillStyle: this.fillStyle, strokeStyle: this.strokeStyle, lineWidth: this.lineWidth },
      ...{ font: this.font, textAlign: this.textAlign, textBaseline: this.textBaseline },
      ...{ lineJoin: this.lineJoin, lineCap: this.lineCap, globalAlpha: this.globalAlpha },
      ...{ lineDashOffset: this.lineDashOffset, dash: this.#dash },
      ...{ matrix: this.#matrix, clip: this.#clip },
    });
  }

  restore(): void {
    const state = this.#saved.pop();
    if (state !== undefined) this.#restore(state);
  }

  #restore({ dash, matrix, clip, ...rest }: State): void {
    Object.assign(this, rest);
    this.#dash = dash;
    this.#matrix = matrix;
    this.#clip = clip;
  }

  translate(x: number, y: number): void {
    this.#matrix = multiply(this.#matrix, [1, 0, 0, 1, x, y]);
  }

  scale(x: number, y: number): void {
    this.#matrix = multiply(this.#matrix, [x, 0, 0, y, 0, 0]);
  }

  rotate(angle: number): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.#matrix = multiply(this.#matrix, [cos, sin, -sin, cos, 0, 0]);
  }

  setTransform(...matrix: [number, number, number, number, number, number]): void {
    this.#matrix = multiply(this.#base, matrix);
  }

  resetTransform(): void {
    this.#matrix = this.#base;
  }

  beginPath(): void {
    this.#path = '';
    this.#isEmpty = true;
  }

  #add(command: string, ...points: readonly (readonly [number, number])[]): void {
    const moved = points.map(([x, y]) => apply(this.#matrix, x, y).map(short).join(' '));
    this.#path += command + moved.join(' ');
    this.#isEmpty = false;
  }

  moveTo(x: number, y: number): void {
    this.#add('M', [x, y]);
  }

  lineTo(x: number, y: number): void {
    this.#add(this.#isEmpty ? 'M' : 'L', [x, y]);
  }

  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    this.#add('Q', [x1, y1], [x, y]);
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#add('C', [x1, y1], [x2, y2], [x, y]);
  }

  closePath(): void {
    if (!this.#isEmpty) this.#path += 'Z';
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path += boxPath(this.#matrix, x, y, width, height);
    this.#isEmpty = false;
  }

  arc(x: number, y: number, radius: number, from: number, to: number, isBack = false): void {
    this.ellipse(x, y, radius, radius, 0, from, to, isBack);
  }

  ellipse(
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    rotation: number,
    from: number,
    to: number,
    isBack = false,
  ): void {
    const turn = turnOf(from, to, isBack);
    const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
    const at = (angle: number): readonly [number, number] => {
      const [u, v] = [radiusX * Math.cos(angle), radiusY * Math.sin(angle)];
      return [x + u * cos - v * sin, y + u * sin + v * cos];
    };
    this.lineTo(...at(from));
    const pieces = Math.max(1, Math.ceil(Math.abs(turn) / halfTurn - 1e-9));
    const factor = scaleOf(this.#matrix);
    const [a, b] = this.#matrix;
    const tilt = ((rotation + Math.atan2(b, a)) * 180) / Math.PI;
    const radii = `${short(radiusX * factor)} ${short(radiusY * factor)} ${short(tilt)}`;
    for (let piece = 1; piece <= pieces; piece += 1) {
      this.#add(`A${radii} 0 ${turn > 0 ? 1 : 0} `, at(from + (turn * piece) / pieces));
    }
  }

  clip(path?: unknown): void {
    const [d, matrix] = this.#pathOf(path);
    const outer = this.#clip;
    const key = `${outer ?? ''} ${transformText(matrix) ?? ''} ${d}`;
    let id = this.#clips.get(key);
    if (id === undefined) {
      id = `clip${this.#clips.size + 1}`;
      this.#clips.set(key, id);
      const within = attributes({ id, 'clip-path': outer && `url(#${outer})` });
      const shape = attributes({ d: d === '' ? 'M0 0' : d, transform: transformText(matrix) });
      this.#definitions.push(`<clipPath${within}><path${shape}/></clipPath>`);
    }
    this.#clip = id;
  }

  fill(path?: unknown): void {
    this.#draw(path, this.#filled());
  }

  stroke(path?: unknown): void {
    this.#draw(path, { fill: 'none', ...this.#stroked() });
  }

  #draw(path: unknown, look: Attributes): void {
    const [d, matrix] = this.#pathOf(path);
    if (d === '') return;
    // The line of a path that is given whole is drawn before the transform.
    const isWhole = path instanceof Object;
    const width = isWhole && 'stroke-width' in look ? { 'stroke-width': this.lineWidth } : {};
    this.#put('path', { d, transform: transformText(matrix), ...look, ...width });
  }

  /** The path as it lies, and what it is still to be moved by. */
  #pathOf(path: unknown): readonly [string, Matrix] {
    if (!(path instanceof Object)) return [this.#path, unmoved];
    return [dataOfPath(path as Path2D) ?? '', this.#matrix];
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.#put('path', { d: boxPath(this.#matrix, x, y, width, height), ...this.#filled() });
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    const d = boxPath(this.#matrix, x, y, width, height);
    this.#put('path', { d, fill: 'none', ...this.#stroked() });
  }

  /** Nothing: a picture begins empty, on a ground of its own. */
  clearRect(): void {}

  setLineDash(dash: readonly number[]): void {
    this.#dash = [...dash];
  }

  fillText(text: string, x: number, y: number): void {
    this.#text(text, x, y, this.#filled());
  }

  strokeText(text: string, x: number, y: number): void {
    this.#text(text, x, y, { fill: 'none', ...this.#stroked() });
  }

  measureText(text: string): TextMetrics {
    this.#measure.font = this.font;
    this.#measure.textBaseline = this.textBaseline;
    return this.#measure.measureText(text);
  }

  #text(text: string, x: number, y: number, look: Attributes): void {
    if (text === '') return;
    const { weight, size, family } = readFont(this.font);
    const down = this.#baselineBelow(text, size);
    const [a, b, c, d] = this.#matrix;
    const isMoved = a === 1 && b === 0 && c === 0 && d === 1;
    const [left, top] = isMoved ? apply(this.#matrix, x, y + down) : [x, y + down];
    const place = {
      ...{ x: left, y: top, transform: isMoved ? undefined : transformText(this.#matrix) },
      ...{
        'font-family': family === sansFont ? undefined : family,
        'font-size': size,
        'font-weight': weight,
      },
      'text-anchor': anchors[this.textAlign],
      // In another typeface it keeps its room.
      ...{ textLength: this.measureText(text).width, lengthAdjust: 'spacingAndGlyphs' },
    };
    this.#open();
    this.#body.push(`<text${attributes({ ...place, ...look })}>${escapeXml(text)}</text>`);
  }

  /** How far below `y` letters stand, in px: programs read `dominant-baseline` differently. */
  #baselineBelow(text: string, size: number): number {
    if (this.textBaseline === 'alphabetic') return 0;
    const below = this.measureText(text).alphabeticBaseline as number | undefined;
    return below === undefined ? 0.35 * size : -below;
  }

  #filled(): Attributes {
    return { fill: this.#colour(this.fillStyle), 'fill-opacity': this.#opacity() };
  }

  #stroked(): Attributes {
    const factor = scaleOf(this.#matrix);
    const isDashed = this.#dash.length > 0;
    return {
      stroke: this.#colour(this.strokeStyle),
      'stroke-opacity': this.#opacity(),
      'stroke-width': this.lineWidth * factor,
      'stroke-linejoin': this.lineJoin === 'miter' ? undefined : this.lineJoin,
      'stroke-linecap': this.lineCap === 'butt' ? undefined : this.lineCap,
      'stroke-dasharray': isDashed
        ? this.#dash.map((part) => short(part * factor)).join(' ')
        : undefined,
      'stroke-dashoffset': isDashed && this.lineDashOffset !== 0 ? this.lineDashOffset : undefined,
    };
  }

  #opacity(): number | undefined {
    return this.globalAlpha === 1 ? undefined : this.globalAlpha;
  }

  #colour(style: Fill): string {
    if (typeof style === 'string') return style === 'transparent' ? 'none' : style;
    const stripes = stripesOf(style as CanvasPattern);
    return stripes === undefined ? 'none' : `url(#${this.#pattern(stripes)})`;
  }

  #pattern(stripes: Stripes): string {
    const { hue, ground, pitch, lineWidth } = stripes;
    const key = [hue, ground, pitch, lineWidth].join(' ');
    const known = this.#patterns.get(key);
    if (known !== undefined) return known;
    const id = `stripes${this.#patterns.size + 1}`;
    this.#patterns.set(key, id);
    const d = stripeLines(pitch)
      .map(([x0, y0, x1, y1]) => `M${x0} ${y0}L${x1} ${y1}`)
      .join('');
    const size = { width: pitch, height: pitch };
    this.#definitions.push(
      `<pattern${attributes({ id, ...size, patternUnits: 'userSpaceOnUse' })}><rect${attributes({ ...size, fill: hue })}/><path${attributes({ d, stroke: ground, 'stroke-width': lineWidth })}/></pattern>`,
    );
    return id;
  }

  /** Ends and begins the group of what one clip holds. */
  #open(): void {
    if (this.#openClip === this.#clip) return;
    if (this.#openClip !== undefined) this.#body.push('</g>');
    if (this.#clip !== undefined) this.#body.push(`<g clip-path="url(#${this.#clip})">`);
    this.#openClip = this.#clip;
  }

  #put(element: string, all: Attributes): void {
    if (all['fill'] === 'none' && (all['stroke'] ?? 'none') === 'none') return;
    this.#open();
    this.#body.push(`<${element}${attributes(all)}/>`);
  }
}

function boxPath(matrix: Matrix, x: number, y: number, width: number, height: number): string {
  const corners = [
    apply(matrix, x, y),
    apply(matrix, x + width, y),
    apply(matrix, x + width, y + height),
    apply(matrix, x, y + height),
  ];
  return `M${corners.map((corner) => corner.map(short).join(' ')).join('L')}Z`;
}

/** How far an arc turns, in radians: a whole turn at most, against the clock where it is below 0. */
function turnOf(from: number, to: number, isBack: boolean): number {
  const whole = 2 * Math.PI;
  const turn = isBack ? from - to : to - from;
  const kept = turn >= whole ? whole : ((turn % whole) + whole) % whole;
  return isBack ? -kept : kept;
}
