// Pieces of the page, made from values; text is only ever text.

function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== null));
  return element;
}

function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.append(use);
  return svg;
}

const heading = words => make('h2', { textContent: words });

function swatch(note) {
  if (isUnwritten(note)) return make('i', { className: 'swatch hollow' });
  const mark = make('i', { className: 'swatch' });
  mark.style.background = colourOf(note);
  return mark;
}

// An image as a button that enlarges it; one that could not be read as its name.
function picture(number) {
  const [name, source] = allImages()[number];
  const missing = () => make('div', { className: 'unreadable', textContent: text('no_image', name) });
  if (!source) return missing();
  const image = make('img', { src: source, alt: name, loading: 'lazy' });
  const button = make('button', { className: 'picture', ariaLabel: text('enlarge', name), click: () => enlarge(source, name) }, image);
  image.addEventListener('error', () => button.replaceWith(missing()));
  return button;
}

// Inside the page images are small; Obsidian has them as they are, and finds them by their names.
function enlarge(source, name) {
  const [image, link] = byId('picture').children;
  Object.assign(image, { src: source, alt: name });
  Object.assign(link, { href: addressInObsidian(name), textContent: text('open') });
  byId('picture').showModal();
}
