// The panel: all that is known of the selected note.

import { byId, heading, icon, make } from '../dom.js';
import { links, notes } from '../format/payload.js';
import { sayWaiting, waitingOf } from '../model/due.js';
import { trail } from '../model/filter.js';
import { arriving, cardsOf, isNote, isUnwritten, leaving, namedKinds } from '../model/graph.js';
import { isEndOfWay, notesOnWay, sayWay } from '../model/path.js';
import { state } from '../model/state.js';
import { counted, text } from '../model/strings.js';
import { addressInObsidian } from './address.js';
import { commands } from './commands.js';
import { hovering, swatch } from './elements.js';
import { picture } from './images.js';
import { askForWay } from './path-bar.js';

const MOST_CHIPS = 60, LONGEST_TRAIL = 8;

export function fillPanel(note) {
  const { label, path, deck, tags = [] } = notes[note];
  const where = isUnwritten(note) ? text('unwritten_note') : [isNote(note) ? '' : text(notes[note].kind), path, deck].filter(Boolean).join(' · ');
  byId('panel').replaceChildren(
    make('button', { className: 'close', ariaLabel: text('close'), title: text('close'), click: () => commands.select(-1) }, icon('close')),
    make('h1', { textContent: label }),
    make('div', { className: 'where', textContent: where }),
    make('div', { className: 'waiting', textContent: sayWaiting(note), hidden: !waitingOf(note) }),
    actions(note),
    ...waySection(note),
    ...trailSection(note),
    ...relationSections(note),
    ...section(text('links'), plainChips(leaving, 'to', note)),
    ...section(text('backlinks'), plainChips(arriving, 'from', note)),
    ...cardSection(note),
    ...imageSection(note),
    ...section(text('tags'), tags.map(tag => make('span', { className: 'chip', textContent: tag }))),
  );
  byId('panel').ariaLabel = label;
  byId('panel').hidden = false;
  byId('panel').scrollTop = 0;
}

// After the neighbourhood has been opened or closed from elsewhere.
export function renewActions() {
  if (state.selected >= 0) byId('panel').querySelector('.actions').replaceWith(actions(state.selected));
}

function actions(note) {
  const { path } = notes[note];
  const isLocal = state.centre === note;
  const local = make('button', {
    textContent: text(isLocal ? 'show_all' : 'local'),
    click: () => commands.showLocal(isLocal ? -1 : note, state.depth),
  });
  const way = make('button', { textContent: text('way_to'), click: () => askForWay(note) });
  const open = !path ? null : make('a', { href: addressInObsidian(path), textContent: text('open') });
  return make('div', { className: 'actions' }, open, local, way);
}

function trailSection(note) {
  const way = trail(note);
  if (way.length < 3) return [];
  const steps = way.slice(0, -1).slice(-LONGEST_TRAIL).flatMap(step => [
    make('button', { textContent: notes[step].label, click: () => commands.choose(step, true), ...hovering(step) }), '  ›  ',
  ]);
  if (way.length > LONGEST_TRAIL + 1) steps.unshift('…  ›  ');
  return [heading(text('trail')), make('div', { className: 'trail' }, ...steps, make('b', { textContent: notes[note].label }))];
}

function relationSections(note) {
  return namedKinds.flatMap(kind => {
    const ofKind = number => links[number].kind === kind;
    const out = leaving[note].filter(ofKind).map(number => chip(links[number].to, '→', text('after', kind)));
    const into = arriving[note].filter(ofKind).map(number => chip(links[number].from, '←', text('before', kind)));
    return section(kind, [...into, ...out]);
  });
}

function plainChips(lists, end, note) {
  return lists[note].filter(number => !links[number].kind).map(number => chip(links[number][end]));
}

function section(title, chips) {
  if (!chips.length) return [];
  const rest = chips.length - MOST_CHIPS;
  const list = make('div', { className: 'chips' }, ...chips.slice(0, MOST_CHIPS));
  if (rest > 0) {
    const more = make('button', { className: 'chip', textContent: text('more', rest), click: () => more.replaceWith(...chips.slice(MOST_CHIPS)) });
    list.append(more);
  }
  return [heading(`${title} · ${chips.length}`), list];
}

function chip(note, arrow = '', meaning = '') {
  const mark = arrow ? make('span', { className: 'arrow', ariaLabel: meaning, role: 'img', textContent: arrow }) : null;
  return make('button', { className: 'chip', click: () => commands.choose(note, true), ...hovering(note) }, mark, swatch(note), notes[note].label);
}

function cardSection(note) {
  const cards = cardsOf(note);
  if (!cards.length) return [];
  return [heading(`${text('cards')} · ${cards.length}`), ...cards.map(([question, answer]) => (
    make('details', { className: 'card' },
      make('summary', {}, side(question, 'question')),
      side(answer, 'answer'))
  ))];
}

const side = (pieces, name) => make('div', { className: `side ${name}` }, ...(pieces.length ? pieces : [text('blank')]).map(
  piece => typeof piece === 'number' ? picture(piece) : make('div', { textContent: piece }),
));

function imageSection(note) {
  const { images = [] } = notes[note];
  if (!images.length) return [];
  return [heading(`${text('images')} · ${images.length}`), make('div', { className: 'pictures' }, ...images.map(picture))];
}

// In the panel: every note of the way, and between two how they are linked.
function waySection(note) {
  const { way } = state;
  if (!way || !isEndOfWay(note)) return [];
  if (!way.links) return [heading(text('way')), make('p', { className: 'where', textContent: sayWay(way) })];
  const passed = notesOnWay(way);
  const steps = passed.map((step, place) => make('li', {}, ...place ? [connection(way.links[place - 1], step)] : [], chip(step)));
  return [heading(`${text('way')} · ${counted('steps', way.links.length)}`), make('ol', { className: 'steps' }, ...steps)];
}

function connection(link, to) {
  const { kind } = links[link], isForward = links[link].to === to;
  return make('span', { className: 'where', textContent: `${isForward ? '↓' : '↑'} ${kind ?? text('plain')} ` });
}
