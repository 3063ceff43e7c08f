// The picture of who imports whom: boxes in rows, every import points downwards.

/** @typedef {ReadonlyMap<string, ReadonlyMap<string, number>>} Graph for each node what it imports, how often */

const BOX = { width: 132, height: 34, gapX: 22, gapY: 62, margin: 24 };
const INK = '#1c1e21';

/**
 * Reduces imports between files to imports between groups of them.
 * @param {readonly import('./imports.mjs').Edge[]} edges
 * @param {(path: string) => string | undefined} groupOf nothing for a file that is not in the picture
 * @returns {Graph}
 */
export function groupImports(edges, groupOf) {
  /** @type {Map<string, Map<string, number>>} */
  const graph = new Map();
  for (const edge of edges) {
    const [from, to] = [groupOf(edge.from), groupOf(edge.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const targets = graph.get(from) ?? new Map();
    targets.set(to, (targets.get(to) ?? 0) + 1);
    graph.set(from, targets);
    if (!graph.has(to)) graph.set(to, new Map());
  }
  return graph;
}

/**
 * @param {string} path
 * @returns {string | undefined} the layer of a file, as `engine`
 */
export function layerOf(path) {
  return path.split('/')[1];
}

/**
 * @param {string} layer
 * @returns {(path: string) => string | undefined} the room of a file in this layer, as `trial`
 */
export function roomOf(layer) {
  return (path) => {
    const [, in_, room = '', file] = path.split('/');
    if (in_ !== layer) return undefined;
    return file === undefined ? `${layer}/*` : room;
  };
}

/**
 * Draws a graph without circles. Dark lines are imports that no longer path stands for.
 * @param {string} title
 * @param {Graph} graph
 * @returns {string} SVG
 */
export function drawGraph(title, graph) {
  const rows = placeInRows(graph);
  const widest = Math.max(...rows.map((row) => row.length));
  const width = widest * (BOX.width + BOX.gapX) - BOX.gapX + 2 * BOX.margin;
  const height = rows.length * (BOX.height + BOX.gapY) - BOX.gapY + 2 * BOX.margin;
  /** @type {Map<string, { x: number, y: number }>} */
  const places = new Map();
  rows.forEach((row, r) => {
    const step = (width - 2 * BOX.margin) / row.length;
    row.forEach((node, i) => {
      const x = BOX.margin + step * (i + 0.5);
      places.set(node, { x, y: BOX.margin + r * (BOX.height + BOX.gapY) });
    });
  });
  const lines = [...graph].flatMap(([from, targets]) =>
    [...targets].map(([to, count]) => line(places, from, to, count, isDirect(graph, from, to))),
  );
  const boxes = [...places].map(([node, { x, y }]) => box(node, x, y));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" font-family="sans-serif" font-size="13">`,
    `<title>${title}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...lines.sort(),
    ...boxes,
    '</svg>',
    '',
  ].join('\n');
}

/**
 * Puts each node above all that it imports.
 * @param {Graph} graph
 * @returns {string[][]} from the top row to the ground
 */
export function placeInRows(graph) {
  /** @type {Map<string, number>} */
  const heights = new Map();
  const heightOf = (/** @type {string} */ node) => {
    const known = heights.get(node);
    if (known !== undefined) return known;
    heights.set(node, 0);
    const below = [...(graph.get(node)?.keys() ?? [])].map((target) => heightOf(target) + 1);
    const height = Math.max(0, ...below);
    heights.set(node, height);
    return height;
  };
  const nodes = [...graph.keys()].sort();
  const top = Math.max(...nodes.map((node) => heightOf(node)));
  const rows = Array.from({ length: top + 1 }, (_, r) =>
    nodes.filter((node) => heights.get(node) === top - r),
  );
  return untangle(rows, graph);
}

/**
 * Orders each row by the middle of what its nodes are joined to, which leaves fewer crossings.
 * @param {string[][]} rows
 * @param {Graph} graph
 * @returns {string[][]}
 */
function untangle(rows, graph) {
  let ordered = rows;
  for (let round = 0; round < 8; round++) {
    /** @type {Map<string, number>} */
    const at = new Map(
      ordered.flatMap((row) => row.map((node, i) => [node, (i + 0.5) / row.length])),
    );
    const middle = (/** @type {string} */ node) => {
      const down = [...(graph.get(node)?.keys() ?? [])];
      const up = [...graph].filter(([, targets]) => targets.has(node)).map(([from]) => from);
      const joined = (round % 2 === 0 ? down : up).map((other) => at.get(other) ?? 0.5);
      return joined.length > 0
        ? joined.reduce((sum, x) => sum + x, 0) / joined.length
        : (at.get(node) ?? 0.5);
    };
    ordered = ordered.map((row) => [...row].sort((a, b) => middle(a) - middle(b)));
  }
  return ordered;
}

/**
 * @param {Graph} graph
 * @param {string} from
 * @param {string} to
 * @returns {boolean} whether no other import of `from` leads to `to` as well
 */
function isDirect(graph, from, to) {
  const seen = new Set([...(graph.get(from)?.keys() ?? [])].filter((node) => node !== to));
  for (const node of seen) for (const next of graph.get(node)?.keys() ?? []) seen.add(next);
  return !seen.has(to);
}

/**
 * @param {ReadonlyMap<string, { x: number, y: number }>} places
 * @param {string} from
 * @param {string} to
 * @param {number} count
 * @param {boolean} direct
 * @returns {string}
 */
function line(places, from, to, count, direct) {
  const start = places.get(from) ?? { x: 0, y: 0 };
  const end = places.get(to) ?? { x: 0, y: 0 };
  const [y1, y2] = [start.y + BOX.height, end.y];
  const bend = (y2 - y1) / 2;
  const path = `M${round(start.x)} ${y1}C${round(start.x)} ${y1 + bend} ${round(end.x)} ${y2 - bend} ${round(end.x)} ${y2}`;
  const look = direct
    ? `stroke="${INK}" stroke-opacity="0.75"`
    : 'stroke="#8a9099" stroke-opacity="0.4"';
  const thick = Math.min(4, 0.8 + Math.log10(count));
  return `<path d="${path}" fill="none" ${look} stroke-width="${thick.toFixed(1)}"><title>${from} → ${to}: ${count}</title></path>`;
}

/**
 * @param {string} name
 * @param {number} x its middle
 * @param {number} y its top
 * @returns {string}
 */
function box(name, x, y) {
  return (
    `<g><rect x="${round(x - BOX.width / 2)}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="4" fill="#f3f5f7" stroke="${INK}"/>` +
    `<text x="${round(x)}" y="${y + 21}" text-anchor="middle" fill="${INK}">${name}</text></g>`
  );
}

/**
 * @param {number} x
 * @returns {number}
 */
function round(x) {
  return Math.round(x * 10) / 10;
}

/**
 * Makes the pictures of the documentation: all layers, and the rooms of the two largest.
 * @param {readonly import('./imports.mjs').Edge[]} edges
 * @returns {Record<string, string>} SVG by file name
 */
export function drawPictures(edges) {
  return {
    'layers.svg': drawGraph('The layers of src and their imports', groupImports(edges, layerOf)),
    'engine.svg': drawGraph(
      'The rooms of src/engine and their imports',
      groupImports(edges, roomOf('engine')),
    ),
    'renderer.svg': drawGraph(
      'The rooms of src/renderer and their imports',
      groupImports(edges, roomOf('renderer')),
    ),
  };
}
