// The panel: all that is known of the selected note.

const MOST_CHIPS = 60, LONGEST_TRAIL = 8;

function select(note, fromAfar = false) {
  state.selected = note;
  state.hovered = -1;
  state.found = null;
  if (state.way && !isEndOfWay(note) && !notesOnWay(state.way).includes(note)) leaveWay();
  if (note < 0) return closePanel();
  writeAddress(addressOf(note));
  if (!isBig) stage.selectNodes([note], false);
  fillPanel(note);
  refocus();
  reveal(note, fromAfar);
  byId('said').textContent = [notes[note].label, notes[note].meta].filter(Boolean).join(', ');
}

function closePanel() {
  if (byId('panel').contains(document.activeElement)) byId('map').focus();
  byId('panel').hidden = true;
  stage.unselectAll();
  writeAddress(location.pathname + location.search);
  refocus();
  if (isFitted && !isNarrow()) fit();
}

const nameInAddress = note => encodeURIComponent(notes[note].path || notes[note].label);

function addressOf(note) {
  const from = state.way?.end === note ? `&from=${nameInAddress(state.way.start)}` : '';
  return `#note=${nameInAddress(note)}${from}`;
}

const writeAddress = address => history.replaceState(null, '', address);

function fillPanel(note) {
  const { label, path, deck, tags = [] } = notes[note];
  const where = isUnwritten(note) ? text('unwritten_note') : [isNote(note) ? '' : text(notes[note].kind), path, deck].filter(Boolean).join(' · ');
  byId('panel').replaceChildren(
    make('button', { className: 'close', ariaLabel: text('close'), title: text('close'), click: () => select(-1) }, icon('close')),
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
function renewActions() {
  if (state.selected >= 0) byId('panel').querySelector('.actions').replaceWith(actions(state.selected));
}

function actions(note) {
  const { path } = notes[note];
  const isLocal = state.centre === note;
  const local = make('button', {
    textContent: text(isLocal ? 'show_all' : 'local'),
    click: () => showLocal(isLocal ? -1 : note, state.depth),
  });
  const way = make('button', { textContent: text('way_to'), click: () => askForWay(note) });
  const open = !path ? null : make('a', { href: addressInObsidian(path), textContent: text('open') });
  return make('div', { className: 'actions' }, open, local, way);
}

const addressInObsidian = path => `obsidian://open?vault=${encodeURIComponent(page.title)}&file=${encodeURIComponent(path.replace(/\.md$/, ''))}`;

function trailSection(note) {
  const way = trail(note);
  if (way.length < 3) return [];
  const steps = way.slice(0, -1).slice(-LONGEST_TRAIL).flatMap(step => [
    make('button', { textContent: notes[step].label, click: () => choose(step, true), ...hovering(step) }), '  ›  ',
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
  return make('button', { className: 'chip', click: () => choose(note, true), ...hovering(note) }, mark, swatch(note), notes[note].label);
}

const hovering = note => ({
  mouseenter: () => { state.hovered = note; refocus(); },
  mouseleave: () => { state.hovered = -1; refocus(); },
});

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
