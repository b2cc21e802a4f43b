// The page of lint: filters the findings by text, rule, folder and severity, and enlarges images.
// All that it needs it reads from the lists, which are complete without it.
{
  /** @typedef {{ element: HTMLElement, folder: string, text: string }} Finding */
  /** @typedef {{ list: HTMLElement, findings: Finding[] }} Part */

  const HEIGHT = 90;  // of a finding in pixels: for lists far from the screen, which have no layout yet

  /** @param {string} text */
  const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  /** @param {string} id */
  const byId = id => document.getElementById(id);
  /** @param {string} id */
  const valueOf = id => /** @type {HTMLInputElement | HTMLSelectElement | null} */ (byId(id))?.value ?? '';
  const numbers = new Intl.NumberFormat(document.documentElement.lang);

  const sections = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('section[data-rule]'))];
  const groups = sections.map(section => ({
    section,
    rule: section.dataset.rule ?? '',
    severity: section.dataset.severity ?? '',
    number: Number(section.dataset.number),
    entry: document.querySelector(`#rules a[href="#${section.id}"]`)?.parentElement,
    count: /** @type {HTMLElement} */ (section.querySelector('h2 small')),
    /** @type {Part[] | null} */
    parts: null,
  }));
  const total = groups.reduce((sum, group) => sum + group.number, 0);
  const boxes = [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('#severities input'))];

  /** @param {typeof groups[number]} group */
  function partsOf(group) {
    if (group.parts) return group.parts;
    const shared = [...group.section.querySelectorAll('h2, .all')].map(head => head.textContent).join(' ');
    group.parts = [.../** @type {NodeListOf<HTMLElement>} */ (group.section.querySelectorAll('ul'))].map(list => ({
      list,
      findings: [.../** @type {HTMLCollectionOf<HTMLElement>} */ (list.children)].map(element => ({
        element,
        folder: element.querySelector('.folder')?.textContent ?? '',
        text: fold(`${element.textContent} ${shared}`),
      })),
    }));
    return group.parts;
  }

  /**
   * Shows the findings of *group* that match, and returns how many those are.
   *
   * @param {typeof groups[number]} group
   * @param {string} folder
   * @param {string[]} words
   */
  function filterGroup(group, folder, words) {
    if (!folder && !words.length && !group.parts) return group.number;  // as they were loaded
    let shown = 0;
    for (const { list, findings } of partsOf(group)) {
      let inPart = 0;
      for (const { element, folder: path, text } of findings) {
        const isShown = path.startsWith(folder) && words.every(word => text.includes(word));
        if (element.hidden === isShown) element.hidden = !isShown;
        inPart += Number(isShown);
      }
      list.hidden = !inPart;
      list.style.containIntrinsicBlockSize = inPart < findings.length ? `${inPart * HEIGHT}px` : '';
      shown += inPart;
    }
    return folder || words.length ? shown : group.number;
  }

  function filter() {
    const rule = valueOf('rule'), folder = valueOf('folder');
    const words = fold(valueOf('query')).split(/\s+/).filter(Boolean);
    const severities = new Set(boxes.filter(box => box.checked).map(box => box.value));
    let shown = 0;
    for (const group of groups) {
      const isWanted = (!rule || group.rule === rule) && (!boxes.length || severities.has(group.severity));
      const number = isWanted ? filterGroup(group, folder, words) : 0;
      group.section.hidden = !number;
      if (group.entry) group.entry.hidden = !number;
      if (number) group.count.textContent = numbers.format(number);
      shown += number;
    }
    showCount(shown);
  }

  /** @param {number} shown */
  function showCount(shown) {
    const count = byId('count'), none = byId('none');
    const of = count?.dataset.of ?? '';
    if (count) count.textContent = of.replace('{shown}', numbers.format(shown)).replace('{total}', numbers.format(total));
    if (none) none.hidden = shown > 0;
  }

  let waiting = 0;
  const filterSoon = () => {
    waiting ||= requestAnimationFrame(() => { waiting = 0; filter(); });
  };

  function reset() {
    for (const id of ['query', 'rule', 'folder']) {
      const field = /** @type {HTMLInputElement | HTMLSelectElement | null} */ (byId(id));
      if (field) field.value = '';
    }
    for (const box of boxes) box.checked = true;
    filter();
  }

  function enlarging() {
    const viewer = /** @type {HTMLDialogElement | null} */ (byId('viewer'));
    const pictures = [.../** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('.picture'))];
    if (!viewer) return;
    const image = /** @type {HTMLImageElement} */ (viewer.querySelector('img'));
    const link = /** @type {HTMLAnchorElement} */ (viewer.querySelector('a'));
    const previous = /** @type {HTMLButtonElement} */ (byId('previous')), next = /** @type {HTMLButtonElement} */ (byId('next'));
    /** @type {HTMLButtonElement[]} */
    let shown = [];
    let place = 0;

    /** @param {number} number */
    const show = number => {
      if (!shown[number]) return;
      place = number;
      const picture = shown[place], thumbnail = /** @type {HTMLImageElement} */ (picture.firstElementChild);
      const address = /** @type {HTMLAnchorElement | null} */ (picture.parentElement?.querySelector('a'));
      image.onerror = () => { image.onerror = null; image.src = thumbnail.src; };
      image.src = picture.dataset.whole || thumbnail.src;
      image.alt = link.textContent = address?.textContent ?? '';
      link.href = address?.href ?? '';
      previous.disabled = !place;
      next.disabled = place === shown.length - 1;
    };
    for (const picture of pictures) picture.disabled = false;
    document.addEventListener('click', event => {
      const picture = event.target instanceof Element && event.target.closest('.picture');
      if (!(picture instanceof HTMLButtonElement)) return;
      shown = pictures.filter(each => !each.closest('[hidden]'));
      show(shown.indexOf(picture));
      viewer.showModal();
    });
    previous.addEventListener('click', () => show(place - 1));
    next.addEventListener('click', () => show(place + 1));
    byId('close')?.addEventListener('click', () => viewer.close());
    viewer.addEventListener('click', event => { if (event.target === viewer) viewer.close(); });
    viewer.addEventListener('close', () => shown[place]?.focus());
    document.addEventListener('keydown', event => {  // a button that is disabled has no events
      if (!viewer.open) return;
      if (event.key === 'ArrowLeft') show(place - 1);
      if (event.key === 'ArrowRight') show(place + 1);
    });
  }

  const filters = byId('filters'), query = byId('query');
  if (filters) {
    filters.addEventListener('input', filterSoon);
    byId('reset')?.addEventListener('click', reset);
    document.addEventListener('keydown', event => {
      const isTyping = event.target instanceof Element && event.target.matches('#query, select');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      query?.focus();
    });
    filters.hidden = false;
    filter();
  }
  enlarging();
}
