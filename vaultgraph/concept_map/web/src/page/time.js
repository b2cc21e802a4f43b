// A slider by the days on which notes were written.

import { heading, make, prefersReducedMotion } from '../dom.js';
import { days } from '../model/dates.js';
import { state } from '../model/state.js';
import { t } from '../model/strings.js';
import { pushFilters } from './history.js';
import { updateView } from './view.js';

const STEPS = 60, STEP_MS = 110;

let timer = 0;

/** The part of the legend with the slider, where notes have at least two days. */
export function timeSection() {
  if (days().length < 2) return [];
  const last = days().length - 1, label = make('output', { className: 'number' });
  const slider = make('input', { type: 'range', min: 0, max: last, ariaLabel: t('time'), title: t('time_why'), input: () => { stop(); setUntil(Number(slider.value)); }, change: pushFilters });
  const button = make('button', { textContent: '▶', ariaLabel: t('play'), title: t('play'), click: () => timer ? stop() : play() });
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    button.textContent = '▶';
  };
  /** @param {number} place */
  const setUntil = place => {
    state.until = place >= last ? '' : days()[place];
    show();
    updateView();
  };
  const show = () => {
    const place = state.until ? days().findLastIndex(day => day <= state.until) : last;
    slider.value = String(place);
    label.textContent = new Date(`${days()[Math.max(0, place)]}T12:00`).toLocaleDateString(document.documentElement.lang);
  };
  const play = () => {
    const step = prefersReducedMotion ? Math.ceil(last / 5) : Math.ceil(last / STEPS);
    let place = state.until ? Number(slider.value) : 0;
    button.textContent = '❚❚';
    timer = setInterval(() => {
      setUntil(place);
      if (place >= last) stop();
      place = Math.min(last, place + step);
    }, STEP_MS);
  };
  if (timer) stop();
  show();
  return [heading(t('time')), make('div', { className: 'by time' }, button, slider, label)];
}
