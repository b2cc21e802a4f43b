// The path between two notes that the reader chose.

import { links, notes } from '../format/payload.js';
import { isLinkShown } from './filter.js';
import { arriving, leaving } from './graph.js';
import { state } from './state.js';
import { counted, text } from './strings.js';

// Those of a note that are shown, relations first, for they say more.
export const linksOf = note => [...leaving[note], ...arriving[note]].filter(isLinkShown)
  .sort((a, b) => Boolean(links[b].kind) - Boolean(links[a].kind) || a - b);

export const otherEnd = (link, note) => links[link].from === note ? links[link].to : links[link].from;

export function sayWay({ start, end, links: steps }) {
  const ends = [notes[start].label, notes[end].label];
  return steps ? `${text('way_found', ...ends)} · ${counted('steps', steps.length)}` : text('way_none', ...ends);
}

export const notesOnWay = ({ start, links: steps }) => (steps ?? []).reduce((way, link) => [...way, otherEnd(link, way.at(-1))], [start]);

export const isWayTo = note => Boolean(state.way?.links) && note === state.way.end;

export const isEndOfWay = note => note === state.way.start || note === state.way.end;
