// Shows the picture that the extension sends, and tells it which element is clicked.
'use strict';

(() => {
  const vscode = acquireVsCodeApi();
  const picture = document.getElementById('picture');
  const title = document.getElementById('title');
  const message = document.getElementById('message');
  let scale; // nothing: as wide as the panel

  function show(text) {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    const svg = parsed.documentElement;
    if (svg.localName !== 'svg' || parsed.querySelector('parsererror')) {
      message.textContent = 'The picture cannot be read.';
      return;
    }
    // nothing in a picture runs; the page's policy says so too
    for (const script of svg.querySelectorAll('script, foreignObject')) script.remove();
    // styles inside are refused by that policy; as a style sheet of the page they are not
    const sheets = [...svg.querySelectorAll('style')].map(style => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style.textContent);
      style.remove();
      return sheet;
    });
    document.adoptedStyleSheets = sheets;
    picture.replaceChildren(document.importNode(svg, true));
    resize();
  }

  function resize() {
    const svg = picture.firstElementChild;
    if (!svg) return;
    const [, , width, height] = (svg.getAttribute('viewBox') ?? '0 0 800 600').split(/[\s,]+/).map(Number);
    const wide = scale === undefined ? Math.min(picture.clientWidth, width * 1.4) : width * scale;
    svg.setAttribute('width', wide);
    svg.setAttribute('height', (wide * height) / width);
  }

  /** What can be clicked: the elements that are written somewhere. An attacker's position is not. */
  function link(places) {
    const known = new Set(places);
    for (const element of picture.querySelectorAll('[data-element]')) {
      element.classList.toggle('place', known.has(element.dataset.element));
    }
  }

  function mark(path) {
    for (const old of picture.querySelectorAll('.current')) old.classList.remove('current');
    if (!path) return;
    const marked = picture.querySelectorAll(`[data-element="${CSS.escape(path)}"]`);
    for (const element of marked) element.classList.add('current');
    marked[0]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  function zoom(factor) {
    const svg = picture.firstElementChild;
    if (!svg) return;
    const [, , width] = (svg.getAttribute('viewBox') ?? '0 0 800 600').split(/[\s,]+/).map(Number);
    scale = factor === undefined ? undefined : Math.min(8, Math.max(0.1, (scale ?? Number(svg.getAttribute('width')) / width) * factor));
    resize();
  }

  window.addEventListener('message', ({ data }) => {
    if (data.title !== undefined) title.textContent = data.title;
    if (data.message !== undefined) message.textContent = data.message;
    if (data.svg !== undefined) show(data.svg);
    if (data.places !== undefined) link(data.places);
    mark(data.current);
  });
  picture.addEventListener('click', event => {
    const element = event.target.closest('.place');
    if (element) vscode.postMessage({ jump: element.dataset.element });
  });
  picture.addEventListener('wheel', event => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.1 : 1 / 1.1);
  }, { passive: false });
  document.getElementById('smaller').addEventListener('click', () => zoom(1 / 1.25));
  document.getElementById('larger').addEventListener('click', () => zoom(1.25));
  document.getElementById('fit').addEventListener('click', () => zoom(undefined));
  window.addEventListener('resize', resize);
  vscode.postMessage({ ready: true });
})();
