// Asks the cards of the page, and counts how they were answered.
'use strict';
{
  /** @param {string} id */
  const byId = id => /** @type {HTMLElement} */ (document.getElementById(id));
  const cards = [...document.querySelectorAll('#cards article')].map(article => /** @type {HTMLElement} */ (article));
  const sources = [...document.querySelectorAll('#images data')].map(image => image.getAttribute('value') ?? '');
  const storageKey = document.body.dataset.key ?? '';
  const WRONG_AFTER = 4, WEAK_AFTER = 8, MAX_TIMES = 4, PER_SHEET = 8;

  /** @type {Record<string, [right: number, wrong: number]>} */
  let marks = load();
  /** @type {number[]} */
  let queue = [];
  let place = 0;
  /** @type {Map<number, boolean>} */
  let first = new Map();
  /** @type {Map<number, number>} */
  let times = new Map();

  function load() {
    try {
      const found = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
      const entries = Object.entries(found).filter(([, counts]) => Array.isArray(counts) && counts.length === 2 && counts.every(Number.isFinite));
      return Object.fromEntries(entries);
    } catch {
      return {};
    }
  }

  function save() {
    try {
      localStorage.setItem(storageKey, JSON.stringify(marks));
    } catch {
      // The marks are those of this visit only.
    }
  }

  /** @param {number} card */
  const markOf = card => Object.hasOwn(marks, keyOf(card)) ? marks[keyOf(card)] : [0, 0];
  /** @param {number} card */
  const keyOf = card => cards[card].dataset.key ?? '';
  /** @param {number} card */
  const isWeak = card => 'weak' in cards[card].dataset || markOf(card)[1] > markOf(card)[0];

  /**
   * A side of a card, 0 for its question, with its images.
   *
   * @param {number} card
   * @param {number} side
   */
  function sideOf(card, side) {
    const copy = /** @type {HTMLElement} */ (cards[card].children[side].cloneNode(true));
    for (const image of copy.querySelectorAll('img')) image.src = sources[Number(image.dataset.image)];
    return [...copy.childNodes];
  }

  /** @param {number[]} order */
  function begin(order) {
    queue = [...order];
    // From the end, so that places before are not moved.
    for (let at = order.length - 1; at >= 0; at--) if (isWeak(order[at])) queue.splice(Math.min(at + WEAK_AFTER, queue.length), 0, order[at]);
    place = 0;
    first = new Map();
    times = new Map();
    if (queue.length) ask(); else end();
  }

  function ask() {
    view('ask');
    byId('place').textContent = `${place + 1} / ${queue.length}`;
    byId('question').replaceChildren(...sideOf(queue[place], 0));
    toggle(false);
    byId('show').focus();
  }

  /** @param {boolean} isShown */
  function toggle(isShown) {
    for (const id of ['answer', 'source', 'wrong', 'right']) byId(id).hidden = !isShown;
    byId('show').hidden = isShown;
  }

  function show() {
    const card = queue[place], { note = '', address = '' } = cards[card].dataset;
    byId('answer').replaceChildren(...sideOf(card, 1));
    const link = document.createElement('a');
    Object.assign(link, { href: address, textContent: note });
    byId('source').replaceChildren(link);
    toggle(true);
    byId('answer').focus();
  }

  /** @param {boolean} isRight */
  function mark(isRight) {
    const card = queue[place], [right, wrong] = markOf(card);
    marks[keyOf(card)] = isRight ? [right + 1, wrong] : [right, wrong + 1];
    save();
    if (!first.has(card)) first.set(card, isRight);
    times.set(card, (times.get(card) ?? 0) + 1);
    const isToCome = queue.indexOf(card, place + 1) >= 0;
    if (!isRight && !isToCome && (times.get(card) ?? 0) < MAX_TIMES) queue.splice(place + WRONG_AFTER, 0, card);
    place += 1;
    if (place < queue.length) ask(); else end();
  }

  function end() {
    view('summary');
    /** @type {Map<string, [number, number]>} */
    const notes = new Map();
    for (const [card, isRight] of first) {
      const note = cards[card].dataset.note ?? '', [right, wrong] = notes.get(note) ?? [0, 0];
      notes.set(note, isRight ? [right + 1, wrong] : [right, wrong + 1]);
    }
    const rows = [...notes].map(([note, counts]) => {
      const row = document.createElement('tr');
      for (const text of [note, ...counts]) row.insertCell().textContent = String(text);
      return row;
    });
    document.querySelector('#summary tbody')?.replaceChildren(...rows);
    byId('again').hidden = ![...first.values()].includes(false);
    byId('summary').focus();
  }

  /** @param {string} id */
  function view(id) {
    for (const each of ['begin', 'ask', 'summary']) byId(each).hidden = each !== id;
    byId('clear').hidden = !Object.keys(marks).length;
    if (id === 'begin') byId('ordered').focus();
  }

  const all = () => cards.map((_, card) => card);

  function shuffled() {
    const order = all();
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(Math.random() * (at + 1));
      [order[at], order[other]] = [order[other], order[at]];
    }
    return order;
  }

  // A sheet of questions, then one of answers whose columns change sides, as the paper is turned.
  function layOut() {
    const sheets = [];
    for (let start = 0; start < cards.length; start += PER_SHEET) {
      const some = all().slice(start, start + PER_SHEET);
      while (some.length % 2) some.push(-1);
      sheets.push(sheet(some, 0), sheet(some.map((_, at) => some[at ^ 1]), 1));
    }
    byId('paper').replaceChildren(...sheets);
  }

  /**
   * @param {number[]} some
   * @param {number} side
   */
  function sheet(some, side) {
    const element = document.createElement('div');
    element.className = 'sheet';
    for (const card of some) {
      const cell = document.createElement('div');
      if (card >= 0) cell.append(...sideOf(card, side));
      element.append(cell);
    }
    return element;
  }

  byId('ordered').addEventListener('click', () => begin(all()));
  byId('shuffled').addEventListener('click', () => begin(shuffled()));
  byId('print').addEventListener('click', () => window.print());
  byId('clear').addEventListener('click', () => {
    marks = {};
    save();
    view('begin');
  });
  byId('show').addEventListener('click', show);
  byId('wrong').addEventListener('click', () => mark(false));
  byId('right').addEventListener('click', () => mark(true));
  byId('end').addEventListener('click', end);
  byId('restart').addEventListener('click', () => view('begin'));
  byId('again').addEventListener('click', () => begin(all().filter(card => first.get(card) === false)));
  addEventListener('beforeprint', layOut);
  addEventListener('keydown', event => {
    /** @type {Record<string, () => void>} */
    const keys = byId('answer').hidden ? { ' ': show } : { 1: () => mark(false), 2: () => mark(true) };
    const run = event.key === 'Escape' ? end : keys[event.key];
    if (byId('ask').hidden || event.ctrlKey || event.altKey || event.metaKey || !run) return;
    event.preventDefault();
    run();
  });
  view('begin');
}
