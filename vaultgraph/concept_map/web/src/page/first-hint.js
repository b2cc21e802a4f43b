// What can be done here, said once: it goes away with the first thing that is done.

import { byId } from '../dom.js';
import { isLayered } from '../format/payload.js';
import { t } from '../model/strings.js';
import { keep, kept } from './storage.js';

const KEY = 'vaultgraph hint seen';

export function showFirstHint() {
  if (kept(KEY)) return;
  const hint = byId('first-hint'), events = ['pointerdown', 'keydown', 'wheel'];
  hint.textContent = t(isLayered ? 'first_hint_layers' : 'first_hint');
  hint.hidden = false;
  const end = () => {
    hint.hidden = true;
    keep(KEY, true);
    events.forEach(event => removeEventListener(event, end));
  };
  events.forEach(event => addEventListener(event, end));
}
