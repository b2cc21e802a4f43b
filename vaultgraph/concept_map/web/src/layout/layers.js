// Layers by dagre: what a link leads to is below what it comes from.

import { Graph, layout } from '@dagrejs/dagre';

/** @typedef {import('./block.js').Block} Block */
/** @typedef {{ number: number, from: string, to: string, kind: string, isOrdered: boolean }} LayerEdge */

const LAYERS = { rankdir: 'TB', nodesep: 30, edgesep: 18, ranksep: 44 }, LABEL_HEIGHT = 20, NAME_MARGIN = 18;

/**
 * Where the blocks are, and where the links between them pass, with the middle of the name of a relation.
 *
 * @param {Map<string, Block>} blocks
 * @param {LayerEdge[]} edges
 * @param {(kind: string) => number} widthOfName
 * @returns {{ places: Map<string, Position>, passes: Map<number, { points: Point[], name?: Point }> }}
 */
export function placeInLayers(blocks, edges, widthOfName) {
  const graph = new Graph({ multigraph: true });
  graph.setGraph(LAYERS);
  for (const [name, { box: { left, top, right, bottom } }] of blocks) {
    graph.setNode(name, { width: 2 * Math.max(-left, right), height: 2 * Math.max(-top, bottom) });
  }
  for (const { number, from, to, kind, isOrdered } of edges) {
    const name = kind ? { width: widthOfName(kind) + NAME_MARGIN, height: LABEL_HEIGHT, labelpos: 'c' } : {};
    graph.setEdge(from, to, { ...name, weight: isOrdered ? 2 : 1 }, String(number));
  }
  layout(graph);
  const places = new Map([...blocks.keys()].map(name => [name, /** @type {Position} */ (graph.node(name))]));
  /** @type {Map<number, { points: Point[], name?: Point }>} */
  const passes = new Map();
  for (const edge of graph.edges()) {
    const { points = [], x, y } = graph.edge(edge);
    const inner = points.slice(1, -1).map((/** @type {Position} */ point) => /** @type {Point} */ ([point.x, point.y]));
    passes.set(Number(edge.name), { points: inner, name: x === undefined || y === undefined ? undefined : [x, y] });
  }
  return { places, passes };
}
