// Makes the page quicker: what it does without this script, it does the same way, in place.
const root = document.documentElement;
root.classList.add('scripted');
const $ = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const live = text => { const node = $('#live'); if (node) node.textContent = text; };

// --- Loading in place. The server's page is what a reload would show; only its parts are exchanged.
let loading = null;
const samePage = url => url.origin === location.origin && !url.pathname.includes('/v1/') && !url.pathname.includes('/assets/');
const focusKey = node => !node || node === document.body ? null :
  node.id ? '#' + CSS.escape(node.id) :
  node.name ? `[name="${CSS.escape(node.name)}"]` + (/checkbox|radio/.test(node.type) ? `[value="${CSS.escape(node.value)}"]` : '') :
  node.getAttribute?.('href') ? `a[href="${CSS.escape(node.getAttribute('href'))}"]` : null;
const remember = () => history.replaceState({ y: scrollY, focus: focusKey(document.activeElement), here }, '');
const openNow = () => all('details[open] > summary').map(node => node.textContent);

async function load(url, { push = true, state = null, focus = null } = {}) {
  loading?.abort();
  const mine = loading = new AbortController();
  if (push) remember();
  root.classList.add('busy');
  try {
    const response = await fetch(url, { signal: mine.signal, headers: { Accept: 'text/html' } });
    if (!(response.headers.get('Content-Type') || '').startsWith('text/html')) { location.href = url; return; }
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (mine !== loading) return;
    const opened = openNow();
    const typing = document.activeElement === $('#q') ? $('#q').value : null;
    const fresh = new URL(response.url);
    fresh.hash = new URL(url, location.href).hash;
    if (push) history.pushState({}, '', fresh);
    document.title = page.title;
    for (const part of ['.top', 'main', 'footer']) {
      const old = $(part), now = $(part, page);
      if (part === '.top' && typing !== null && typing !== $('#q', now).value) $('#q', now).value = typing;
      old.replaceWith(document.adoptNode(now));
    }
    all('head meta[name^=citation]').forEach(node => node.remove());
    all('head meta[name^=citation]', page).forEach(node => document.head.append(node));
    for (const summary of all('details > summary')) if (opened.includes(summary.textContent)) summary.parentNode.open = true;
    start();
    if (state) { here = state.here ?? -1; show(false); }
    restore(state?.focus ?? focus);
    if (state) scrollTo(0, state.y ?? 0);
    else if (fresh.hash) document.getElementById(decodeURIComponent(fresh.hash.slice(1)))?.scrollIntoView();
    else if (push && !focus) scrollTo(0, 0);
    live($('.count')?.textContent ?? document.title);
  } catch (error) {
    if (error.name !== 'AbortError') location.href = url;
  } finally {
    if (mine === loading) { loading = null; root.classList.remove('busy'); }
  }
}
function restore(key) {
  const node = key ? $(key) : null;
  (node ?? $('#main')).focus({ preventScroll: true });
}
function submit(form, focus) {
  const url = new URL(form.action, location.href);
  for (const [name, value] of new FormData(form)) if (value !== '') url.searchParams.append(name, value);
  load(url, { focus });
}
addEventListener('popstate', event => load(location.href, { push: false, state: event.state ?? {} }));
addEventListener('pagehide', remember);
if ('scrollRestoration' in history) history.scrollRestoration = 'manual';

document.addEventListener('submit', event => {
  if (event.target.id !== 'search') return;
  event.preventDefault();
  closeOptions();
  submit(event.target, focusKey(document.activeElement));
});
document.addEventListener('change', event => {
  const field = event.target;
  if (field.id === 'keys') { try { localStorage.setItem('keys', field.checked ? '1' : '0'); } catch { /* kept for this page alone */ } return; }
  if (field.form?.id === 'search' && (/checkbox|radio/.test(field.type) || field.tagName === 'SELECT')) submit(field.form, focusKey(field));
});
document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href]');
  if (!event.target.closest?.('.pop')) closePop();
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href.baseVal ?? link.href, location.href);
  if (!samePage(url) || link.hasAttribute('download')) return;
  if (link.matches('.m')) { event.preventDefault(); popMention(link); return; }
  if (link.matches('[data-why]')) { event.preventDefault(); popWhy(link); return; }
  if (url.pathname === location.pathname && url.search === location.search && url.hash) return;
  event.preventDefault();
  if (event.target.closest('svg') && brushed) return;
  load(url);
});

// --- What a mark or a chip means, beside it.
let pop = null;
function closePop(refocus = false) {
  if (!pop) return;
  const { node, opener } = pop;
  pop = null;
  node.remove();
  opener.removeAttribute('aria-expanded');
  if (refocus) opener.focus();
}
function openPop(opener, content) {
  closePop();
  const node = document.createElement('div');
  node.className = 'pop';
  node.tabIndex = -1;
  node.setAttribute('role', 'dialog');
  node.setAttribute('aria-label', opener.title || opener.textContent);
  node.append(content);
  opener.after(node);
  const parent = node.offsetParent;
  const box = opener.getBoundingClientRect(), frame = parent?.getBoundingClientRect() ?? { left: 0, top: 0 };
  const [x, y] = !parent || parent === document.body ? [scrollX, scrollY] : [0, 0];
  const left = Math.max(4, Math.min(box.left, innerWidth - node.offsetWidth - 8));
  node.style.left = `${left - frame.left + x}px`;
  node.style.top = `${box.bottom + 4 - frame.top + y}px`;
  opener.setAttribute('aria-expanded', 'true');
  pop = { node, opener };
  node.focus({ preventScroll: true });
}
function popMention(link) {
  const row = document.getElementById(link.hash.slice(1));
  const text = document.createElement('p');
  text.textContent = link.title;
  const more = document.createElement('a');
  more.href = link.hash;
  more.textContent = row ? `${$('thead th:last-child', row.closest('table')).textContent} ${$('td:last-child', row).textContent}` : '';
  more.addEventListener('click', () => { const list = row?.closest('details'); if (list) list.open = true; });
  const content = document.createDocumentFragment();
  content.append(text, more);
  openPop(link, content);
}
async function popWhy(link) {
  try {
    const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), 'text/html');
    const why = $('.why', page);
    if (!why) { location.href = link.href; return; }
    why.removeAttribute('id');
    openPop(link, document.adoptNode(why));
  } catch { location.href = link.href; }
}

// --- Dragging over the days; the two fields and the table say the same. Arrow keys move, Shift
// extends, Enter searches.
let brushed = false;
function startBrush(chart) {
  const svg = $('.bars', chart), slots = all('.slot', svg);
  if (!slots.length) return;
  chart.classList.add('live');
  svg.setAttribute('tabindex', '0');
  let from = -1, to = -1;
  const slotAt = x => {
    const box = svg.getBoundingClientRect(), width = svg.viewBox.baseVal.width;
    const at = (x - box.left) / box.width * width;
    return Math.max(0, Math.min(slots.length - 1, slots.findLastIndex(slot => slot.x.baseVal.value <= at)));
  };
  const paint = () => {
    const [a, b] = from < to ? [from, to] : [to, from];
    slots.forEach((slot, i) => slot.classList.toggle('brushed', from >= 0 && i >= a && i <= b));
    return [a, b];
  };
  const say = () => {
    const [a, b] = paint();
    live(a === b ? `${slots[a].dataset.name}: ${slots[a].dataset.count}` : `${slots[a].dataset.name} – ${slots[b].dataset.name}`);
  };
  const apply = () => {
    const [a, b] = paint(), url = new URL(slots[a].closest('a').href.baseVal, location.href);
    url.searchParams.set('from', slots[a].dataset.first);
    url.searchParams.set('to', slots[b].dataset.last);
    load(url, { focus: '.bars' });
  };
  svg.addEventListener('pointerdown', event => {
    if (event.button || event.pointerType === 'touch') return;
    brushed = false;
    from = to = slotAt(event.clientX);
    const move = other => { to = slotAt(other.clientX); if (to !== from) { brushed = true; paint(); } };
    const cancel = () => { stop(); from = to = -1; paint(); };
    const end = () => { stop(); if (brushed) { apply(); setTimeout(() => { brushed = false; }, 0); } else { from = to = -1; } };
    const stop = () => { removeEventListener('pointermove', move); removeEventListener('pointerup', end); removeEventListener('pointercancel', cancel); };
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', cancel);
    event.preventDefault();
    svg.focus({ preventScroll: true });
  });
  svg.addEventListener('keydown', event => {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -slots.length, End: slots.length }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const start = to < 0 ? Math.max(0, slots.findIndex(slot => slot.classList.contains('selected'))) : to + step;
      to = Math.max(0, Math.min(slots.length - 1, start));
      if (!event.shiftKey || from < 0) from = to;
      say();
    } else if (event.key === 'Enter' && from >= 0) {
      event.preventDefault();
      apply();
    } else if (event.key === 'Escape' && from >= 0) {
      from = to = -1;
      paint();
    }
  });
}

// --- The matrix of pairs: arrow keys from cell to cell, one stop for the Tab key.
function startGrid(table) {
  const rows = all('tbody tr', table).map(row => all('td', row));
  const links = all('tbody td a', table);
  links.forEach((link, i) => { link.tabIndex = i ? -1 : 0; });
  table.addEventListener('keydown', event => {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    const cell = event.target.closest('td');
    if (!step || !cell) return;
    event.preventDefault();
    let r = rows.findIndex(row => row.includes(cell)), c = rows[r].indexOf(cell);
    for (;;) {
      r += step[0]; c += step[1];
      const link = rows[r]?.[c] && $('a', rows[r][c]);
      if (!rows[r]?.[c]) return;
      if (!link) continue;
      links.forEach(one => { one.tabIndex = -1; });
      link.tabIndex = 0;
      link.focus();
      return;
    }
  });
}

// --- Completions of the query (ARIA combobox).
let options = null, asked = 0, chosen = -1;
function closeOptions() {
  options?.remove();
  options = null;
  chosen = -1;
  $('#q')?.setAttribute('aria-expanded', 'false');
  $('#q')?.removeAttribute('aria-activedescendant');
}
async function suggest(field) {
  const mine = ++asked, query = field.value;
  if (!/\S$/.test(query) || field.selectionStart !== query.length) { closeOptions(); return; }
  try {
    const url = `${field.form.dataset.suggest}?q=${encodeURIComponent(query)}`;
    const { completions = [] } = await (await fetch(url)).json();
    if (mine !== asked || document.activeElement !== field) return;
    closeOptions();
    if (!completions.length || (completions.length === 1 && completions[0].query === query)) return;
    options = document.createElement('ul');
    options.className = 'options';
    options.id = 'options';
    options.setAttribute('role', 'listbox');
    options.setAttribute('aria-label', $('label[for=q]').textContent);
    completions.forEach((one, i) => {
      const item = document.createElement('li');
      item.id = `option${i}`;
      item.setAttribute('role', 'option');
      item.dataset.query = one.query;
      const label = document.createElement('span'), count = document.createElement('span');
      label.textContent = one.label;
      count.className = 'n';
      count.textContent = one.count?.toLocaleString(document.documentElement.lang) ?? '';
      item.append(label, count);
      options.append(item);
    });
    options.addEventListener('pointerdown', event => {
      const item = event.target.closest('li');
      event.preventDefault();
      if (item) take(field, item);
    });
    field.form.append(options);
    field.setAttribute('aria-expanded', 'true');
  } catch { closeOptions(); }
}
function take(field, item) {
  field.value = item.dataset.query + (item.dataset.query.endsWith(':') ? '' : ' ');
  closeOptions();
  if (item.dataset.query.endsWith(':')) suggest(field);
}
let waiting = 0;
document.addEventListener('input', event => {
  if (event.target.id !== 'q') return;
  clearTimeout(waiting);
  waiting = setTimeout(() => suggest(event.target), 120);
});
document.addEventListener('focusout', event => { if (event.target.id === 'q') closeOptions(); });
function optionKeys(event) {
  const items = options ? all('li', options) : [];
  if (!items.length) return false;
  if (event.key === 'Escape') { closeOptions(); return true; }
  if (event.key === 'Enter' && chosen >= 0) { take(event.target, items[chosen]); return true; }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false;
  chosen = (chosen + (event.key === 'ArrowDown' ? 1 : items.length)) % items.length;
  items.forEach((item, i) => item.setAttribute('aria-selected', String(i === chosen)));
  event.target.setAttribute('aria-activedescendant', items[chosen].id);
  return true;
}

// --- Keys. Ignored while the user types; can be switched off.
let here = -1;
const stops = () => all('.hit, .entry').length ? all('.hit, .entry') : all('.reader .m[id]');
const linkOf = node => node.matches('a') ? node : $('a.title', node);
function show(focuses = true) {
  const nodes = stops();
  nodes.forEach((node, i) => node.classList.toggle('here', i === here));
  if (focuses && nodes[here]) {
    linkOf(nodes[here]).focus();
    nodes[here].scrollIntoView({ block: 'nearest' });
  }
}
const keysOn = () => $('#keys')?.checked ?? true;
const actions = {
  '/': () => { $('#q').focus(); $('#q').select(); },
  j: () => { here = Math.min(stops().length - 1, here + 1); show(); },
  k: () => { here = Math.max(0, here - 1); show(); },
  o: () => { const node = stops()[here]; if (node) linkOf(node)?.click(); },
  f: () => { const box = $('.narrow'); if (box) { box.open = true; $('input', box)?.focus(); } },
  t: () => { const timeline = $('a[data-key=t]'); (timeline?.hasAttribute('aria-current') ? $('.top nav a') : timeline)?.click(); },
  '?': () => $('a[data-key="?"]')?.click(),
};
document.addEventListener('keydown', event => {
  if (event.target.id === 'q' && optionKeys(event)) { event.preventDefault(); return; }
  if (event.key === 'Escape' && pop) { closePop(true); return; }
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !keysOn()) return;
  if (event.target.closest?.('input:not([type=checkbox]):not([type=radio]), select, textarea')) return;
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

function start() {
  here = -1;
  const keys = $('#keys');
  try { if (keys) keys.checked = localStorage.getItem('keys') !== '0'; } catch { /* no storage: as it is */ }
  const field = $('#q');
  field?.setAttribute('role', 'combobox');
  field?.setAttribute('aria-expanded', 'false');
  field?.setAttribute('aria-autocomplete', 'list');
  field?.setAttribute('aria-controls', 'options');
  if (innerWidth < 800) { const box = $('.narrow'); if (box) box.open = false; }
  all('.js-brush').forEach(startBrush);
  all('.js-grid').forEach(startGrid);
}
start();
