'use strict';
// The preview's page: what the server tells of each edition is shown; pages are fetched when they come into view.

const $ = id => document.getElementById(id);
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = text => String(text ?? '').replace(/[&<>"]/g, c => escapes[c]);

const state = {
  edition: null, document: null, zoom: null, panel: 'figures', figure: null, paragraph: null, shown: 0,
  figures: null, filter: '', draft: {}, find: '',
  words: null, text: null,
};

// ---- Asking

async function ask(path, body) {
  const answer = await fetch(path, body === undefined ? {} : {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  if (answer.status === 204) return null;
  const isJSON = (answer.headers.get('Content-Type') || '').startsWith('application/json');
  const value = isJSON ? await answer.json() : { text: await answer.text() };
  value.ok = answer.ok;
  return value;
}

let socket = null;
function connect() {
  socket = new WebSocket(`ws://${location.host}/live`);
  socket.onopen = () => { if (state.document) socket.send(state.document); };
  socket.onmessage = event => {
    // The answer asks for the next edition, too.
    try { receive(JSON.parse(event.data)); } finally { socket.send(state.document ?? ''); }
  };
  socket.onclose = () => {
    if (!isSpeaker) say('The preview has ended. Begin it again with: bayan preview', true);
    setTimeout(connect, 1500);
  };
}

function say(text, isBad = false) {
  $('status').textContent = text;
  $('status').closest('footer').classList.toggle('broken', isBad);
}

// ---- Editions

function receive(edition) {
  const before = state.edition;
  state.edition = edition;
  if (isSpeaker) return showSpeaker();
  $('title').textContent = edition.title || 'Bayan';
  document.title = edition.title ? `${edition.title} – Bayan` : 'Bayan';
  // As people read them; others come after in the order of their names.
  edition.documents.sort((a, b) => rank(a.name) - rank(b.name));
  const names = edition.documents.map(d => d.name);
  const isFirst = !state.document;
  if (!names.includes(state.document)) state.document = names[0] ?? null;
  if (isFirst) takePlace();
  const errors = edition.mistakes.filter(m => m.severity === 'error').length;
  $('count').textContent = edition.mistakes.length || '';
  $('count').classList.toggle('errors', errors > 0);
  $('undo').hidden = !edition.undo;
  if (edition.undo) {
    const { figure, text } = edition.undo;
    $('undo').textContent = `Undo: ${figure ? `${figure.id}, ${figure.column}` : `${text.file}, line ${text.line}`}`;
  }
  drawTabs();
  drawPages(before);
  drawThumbnails();
  if (edition.isBroken) {
    say(`${errors} ${errors === 1 ? 'mistake' : 'mistakes'}: the pages are of the last edition without any.`, true);
    if (before && !before.isBroken) openPanel('mistakes');
  } else {
    const changed = edition.documents.flatMap(d => d.pages.filter(p => p.version >= edition.since));
    say(!before || !changed.length
      ? `${edition.documents.length} documents, ${edition.documents.reduce((n, d) => n + d.pages.length, 0)} pages`
      : `${changed.length} ${changed.length === 1 ? 'page has' : 'pages have'} changed`);
  }
  if (state.panel === 'mistakes') drawPanel();
  if (Object.keys(state.draft).length) tellOfOthers();
  else loadFigures();
  if (state.panel === 'words') { if (isEdited()) tellOfOtherWords(); else loadWords(); }
  if (!$('stage').hidden) showSlide();
}

const order = ['report', 'slides', 'handout', 'brief'];
const rank = name => order.includes(name) ? order.indexOf(name) : order.length;

const shownDocument = () => state.edition?.documents.find(d => d.name === state.document);

function drawTabs() {
  $('documents').innerHTML = state.edition.documents.map(d =>
    `<button role="tab" data-document="${safe(d.name)}" aria-selected="${d.name === state.document}">` +
    `${safe(d.name[0].toUpperCase() + d.name.slice(1))}</button>`).join('');
}

function showDocument(name, page, top) {
  if (name !== state.document) {
    state.document = name;
    if (socket?.readyState === 1) socket.send(name);
    drawTabs();
    drawPages();
    drawThumbnails();
    $('pages').scrollTop = 0;
  }
  if (page !== undefined) goTo(page, top);
}

// ---- The place, which stands in the address: a reload keeps it ("#report/2/figure/turnover-2018")

function notePlace() {
  const label = shownDocument()?.pages[state.shown]?.label;
  if (!label) return;
  const beside = state.panel === 'figures' && state.figure ? `/figure/${encodeURIComponent(state.figure)}`
    : state.panel === 'figures' ? '' : `/${state.panel}`;
  history.replaceState(null, '', `#${encodeURIComponent(state.document)}/${encodeURIComponent(label)}${beside}`);
}

function takePlace() {
  const [name, label, panel, id] = location.hash.slice(1).split('/').map(decodeURIComponent);
  const doc = state.edition.documents.find(d => d.name === name);
  if (!doc) return;
  state.document = name;
  const index = doc.pages.findIndex(p => p.label === label);
  setTimeout(() => {
    if (index > 0) goTo(index);
    if (panel === 'figure') showFigure(id);
    else if (document.querySelector(`[data-panel="${CSS.escape(panel ?? '')}"]`)) openPanel(panel);
  });
}

// ---- Pages

const isNear = new IntersectionObserver(entries => {
  for (const entry of entries) {
    entry.target.isNear = entry.isIntersecting;
    if (entry.isIntersecting) load(entry.target);
  }
}, { root: $('pages'), rootMargin: '400px' });

const isInView = new IntersectionObserver(entries => {
  for (const entry of entries) entry.target.share = entry.intersectionRatio;
  const best = [...document.querySelectorAll('.page')].reduce((a, b) => (b.share ?? 0) > (a?.share ?? 0) ? b : a, null);
  if (best && Number(best.dataset.page) !== state.shown) {
    state.shown = Number(best.dataset.page);
    markThumbnail();
    notePlace();
    if (state.panel === 'words' && !state.text) loadWords();
  }
}, { root: $('pages'), threshold: [0, 0.1, 0.25, 0.5, 0.75, 1] });

function pageWidth(page) {
  // Points to CSS pixels; without a zoom the page fits the width.
  const room = $('pages').clientWidth - 40;
  if (state.zoom) return page.width * state.zoom * 4 / 3;
  const most = page.width > page.height ? room : Math.min(room, 900);
  return Math.max(200, most);
}

function drawPages(before) {
  const doc = shownDocument();
  const holder = $('pages');
  if (!doc) { holder.innerHTML = ''; return; }
  if (holder.dataset.document !== doc.name) {
    holder.innerHTML = '';
    holder.dataset.document = doc.name;
  }
  while (holder.children.length > doc.pages.length) holder.lastElementChild.remove();
  doc.pages.forEach((page, index) => {
    let sheet = holder.children[index];
    if (!sheet) {
      sheet = document.createElement('div');
      sheet.className = 'page';
      sheet.dataset.page = index;
      sheet.id = `page-${index}`;
      sheet.setAttribute('role', 'group');
      holder.append(sheet);
      isNear.observe(sheet);
      isInView.observe(sheet);
    }
    sheet.setAttribute('aria-label', `Page ${page.label}`);
    const width = pageWidth(page);
    sheet.style.width = `${width}px`;
    sheet.style.height = `${width * page.height / page.width}px`;
    if (sheet.isNear && Number(sheet.dataset.version) !== page.version) load(sheet, before !== undefined);
  });
}

async function load(sheet, tellsChanges = false) {
  const name = state.document;
  const index = Number(sheet.dataset.page);
  const page = shownDocument()?.pages[index];
  if (!page || Number(sheet.dataset.version) === page.version || sheet.wanted === page.version) return;
  sheet.wanted = page.version;
  const answer = await fetch(`/pages/${encodeURIComponent(name)}/${index}?v=${page.version}`);
  sheet.wanted = null;
  if (!answer.ok || state.document !== name || !sheet.isConnected) return;
  const version = Number(answer.headers.get('X-Version'));
  const hadPage = sheet.dataset.version !== undefined;
  sheet.innerHTML = await answer.text();
  sheet.dataset.version = version;
  sheet.firstElementChild.setAttribute('role', 'document');
  markFound(sheet);
  if (hadPage || tellsChanges) markChanges(sheet, page);
  sheet.dispatchEvent(new CustomEvent('painted', { bubbles: true, detail: { page: index, version } }));
  const now = shownDocument()?.pages[index];
  if (now && now.version !== version) load(sheet, true);
}

function markChanges(sheet, page) {
  for (const [x, y, width, height] of page.changes) {
    const mark = document.createElement('div');
    mark.className = 'mark';
    const across = 100 / page.width, down = 100 / page.height;
    mark.style.cssText = `left:${(x - 2) * across}%;top:${(y - 1) * down}%;` +
      `width:${(width + 4) * across}%;height:${(height + 2) * down}%`;
    mark.addEventListener('animationend', () => mark.remove());
    sheet.append(mark);
  }
}

function goTo(index, top = 0) {
  const sheet = $('pages').children[index];
  const page = shownDocument()?.pages[index];
  if (!sheet || !page) return;
  $('pages').scrollTop = sheet.offsetTop - $('pages').offsetTop - 14 + Math.max(0, top - 30) / page.height * sheet.offsetHeight;
}

function setZoom(zoom) {
  const shown = $('pages').children[state.shown];
  const part = shown ? ($('pages').scrollTop - shown.offsetTop + $('pages').offsetTop) / shown.offsetHeight : 0;
  state.zoom = zoom;
  drawPages();
  if (shown) $('pages').scrollTop = shown.offsetTop - $('pages').offsetTop + part * shown.offsetHeight;
}

function presentZoom() {
  const page = shownDocument()?.pages[0];
  return page ? pageWidth(page) / page.width * 3 / 4 : 1;
}

// ---- Thumbnails

function drawThumbnails() {
  const doc = shownDocument();
  const holder = $('thumbnails');
  if (!doc) { holder.innerHTML = ''; return; }
  if (holder.dataset.document !== doc.name) {
    holder.innerHTML = '';
    holder.dataset.document = doc.name;
  }
  while (holder.children.length > doc.pages.length) holder.lastElementChild.remove();
  doc.pages.forEach((page, index) => {
    let link = holder.children[index];
    if (!link) {
      link = document.createElement('a');
      link.href = `#page-${index}`;
      link.dataset.page = index;
      link.innerHTML = '<img loading="lazy" alt=""><span></span>';
      holder.append(link);
    }
    const image = link.firstElementChild;
    if (image.dataset.version !== String(page.version)) {
      image.dataset.version = page.version;
      image.style.aspectRatio = `${page.width} / ${page.height}`;
      // What is looked at comes first.
      setTimeout(() => { image.src = `/pages/${encodeURIComponent(doc.name)}/${index}?v=${page.version}`; }, 60);
    }
    link.lastElementChild.textContent = page.label || '–';
    link.setAttribute('aria-label', `Page ${page.label}`);
    link.classList.toggle('changed', page.version >= state.edition.since && state.edition.since > 1);
  });
  markThumbnail();
}

function markThumbnail() {
  for (const link of $('thumbnails').children) {
    const isShown = Number(link.dataset.page) === state.shown;
    if (isShown) {
      link.setAttribute('aria-current', 'page');
      link.scrollIntoView({ block: 'nearest' });
    } else {
      link.removeAttribute('aria-current');
    }
  }
}

// ---- Links on pages

function follow(link) {
  if (link.dataset.address) {
    window.open(link.dataset.address, '_blank', 'noopener,noreferrer');
    return;
  }
  const name = link.dataset.anchor ?? '';
  const dash = name.indexOf('-');
  const [kind, rest] = [name.slice(0, dash), name.slice(dash + 1)];
  if (kind === 'figure') return showFigure(rest);
  if (kind === 'paragraph') return showParagraph(Number(rest), lineAround(link));
  for (const doc of [shownDocument(), ...state.edition.documents]) {
    const page = doc.pages.findIndex(p => name in p.anchors);
    if (page >= 0) return showDocument(doc.name, page, doc.pages[page].anchors[name]);
  }
}

/** The words of the lines near a link, to find the sentence that they are drawn from. */
function lineAround(link) {
  const place = link.getBoundingClientRect();
  const lines = [...link.closest('.page').querySelectorAll('.words text')].filter(line => {
    const box = line.getBoundingClientRect();
    return box.bottom > place.top - 8 * place.height && box.top < place.bottom + place.height &&
      box.left < place.right + 10 && box.right > place.left - 40 * place.height;
  });
  return lines.map(line => line.textContent).join(' ');
}

// ---- The panel

function openPanel(name) {
  state.panel = name;
  for (const tab of document.querySelectorAll('[data-panel]')) {
    tab.setAttribute('aria-selected', tab.dataset.panel === name);
  }
  drawPanel();
  notePlace();
}

function drawPanel() {
  const panels = { figures: drawFigures, words: drawWords, mistakes: drawMistakes, interview: drawParagraph, actions: drawActions };
  panels[state.panel]();
}

async function loadFigures() {
  const answer = await ask('/figures');
  if (!answer?.ok) return;
  state.figures = answer;
  if (state.panel === 'figures' && !Object.keys(state.draft).length) drawFigures();
}

function drawFigures() {
  if (!state.figures) { $('panel').innerHTML = '<p class="quiet">…</p>'; loadFigures(); return; }
  const figure = state.figures.figures.find(f => f.id === state.figure);
  if (figure) return drawFigure(figure);
  const isFocused = document.activeElement?.id === 'filter';
  $('panel').innerHTML =
    `<input id="filter" type="search" placeholder="Find a figure" aria-label="Find a figure" value="${safe(state.filter)}">` +
    '<div id="rows"></div>' + (state.figures.isEditable ? '' :
      '<p class="quiet">The figures of this pack are a spreadsheet: change them there, the pages follow.</p>');
  drawRows();
  if (isFocused) $('filter').focus();
}

function drawRows() {
  const words = state.filter.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = state.figures.figures.filter(f => {
    const text = `${f.id} ${f.label} ${f.words} ${f.period}`.toLowerCase();
    return words.every(w => text.includes(w));
  });
  $('rows').innerHTML = rows.map(f =>
    `<button class="row" data-figure="${safe(f.id)}"><b>${safe(f.words)}</b>${safe(f.label)}<br>` +
    `<span>${safe([f.period, f.cells.status === 'actual' ? '' : f.cells.status].filter(Boolean).join(' · '))}</span></button>`).join('') ||
    '<p class="quiet">No figure has these words.</p>';
}

function showFigure(id) {
  state.figure = id;
  state.draft = {};
  openPanel('figures');
  $('panel').scrollTop = 0;
  $('panel').focus();
}

const columns = ['value', 'qualifier', 'unit', 'period', 'status', 'formula', 'label', 'source', 'note'];
const choices = {
  qualifier: ['', 'exact', 'about', 'more-than', 'less-than', 'at-least', 'at-most'],
  status: ['', 'actual', 'target', 'estimate', 'derived'],
};

function drawFigure(f) {
  const fields = columns.filter(c => c in f.cells && (c !== 'formula' || f.cells.formula)).map(c => {
    const value = f.cells[c];
    const locked = state.figures.isEditable ? '' : 'disabled';
    const options = choices[c];
    const control = options
      ? `<select id="cell-${c}" data-column="${c}" ${locked}>` +
        (options.includes(value) ? options : [value, ...options]).map(o =>
          `<option value="${safe(o)}" ${o === value ? 'selected' : ''}>${safe(o || '–')}</option>`).join('') + '</select>'
      : `<input id="cell-${c}" data-column="${c}" value="${safe(value)}" ${locked} autocomplete="off" spellcheck="false">`;
    return `<div class="field"><label for="cell-${c}">${c}</label>${control}</div>`;
  }).join('');
  const uses = f.uses.map(u => `${safe(u.document)} ` + u.pages.map(p =>
    `<button class="link" data-use="${safe(u.document)}" data-label="${safe(p)}">${safe(p)}</button>`).join(', ')).join('<br>');
  $('panel').innerHTML =
    '<p><button class="link" data-figure="">All figures</button></p>' +
    `<h2>${safe(f.words)}</h2><p class="quiet">${safe(f.label)}<br><span class="place">${safe(f.place ?? '')} · ${safe(f.id)}</span></p>` +
    `<form id="cells">${fields}<div class="buttons" hidden><button class="main" type="submit">Keep</button>` +
    '<button type="button" id="drop">Discard</button></div></form><div id="effects" aria-live="polite"></div>' +
    (f.sentence ? `<h3>In the interview</h3><blockquote>${safe(f.sentence)}</blockquote>` : '') +
    (f.paragraphs.length ? '<p>' + f.paragraphs.map(n =>
      `<button class="link" data-paragraph="${n}">¶ ${n}</button>`).join(' ') + '</p>' : '') +
    (!f.paragraphs.length && f.sources.length ? `<h3>Source</h3><p>${f.sources.map(safe).join('<br>')}</p>` : '') +
    (uses ? `<h3>Stands on</h3><p>${uses}</p>` : '<h3>Stands on no page</h3>');
}

let trying = 0;
function typed(input) {
  const figure = state.figures.figures.find(f => f.id === state.figure);
  const column = input.dataset.column;
  if (input.value === figure.cells[column]) delete state.draft[column];
  else state.draft[column] = input.value;
  input.classList.toggle('touched', column in state.draft);
  const isTouched = Object.keys(state.draft).length > 0;
  document.querySelector('#cells .buttons').hidden = !isTouched;
  clearTimeout(trying);
  if (isTouched) trying = setTimeout(() => showEffects(edits(), edits), 90);
  else $('effects').innerHTML = '';
}

function edits() {
  const figure = state.figures.figures.find(f => f.id === state.figure);
  return Object.entries(state.draft).map(([column, after]) =>
    ({ figure: { id: figure.id, column, before: figure.cells[column], after } }));
}

/** Shows what edits would do, unless others were typed meanwhile. */
async function showEffects(wanted, now) {
  if (!wanted.length) return;
  const waiting = setTimeout(() => { if ($('effects')) $('effects').innerHTML = '<p class="quiet">Setting the pages …</p>'; }, 250);
  const answer = await ask('/try', wanted);
  clearTimeout(waiting);
  if (!answer || !$('effects') || JSON.stringify(wanted) !== JSON.stringify(now())) return;
  const sentences = answer.changes.filter(c => !c.isExhibit);
  const exhibits = answer.changes.filter(c => c.isExhibit && c.after);
  const seen = new Set();
  const shown = sentences.filter(c => {
    const key = `${c.before}\n${c.after}`;
    return !seen.has(key) && seen.add(key);
  });
  const count = [...new Set(answer.changes.map(c => `${c.document}/${c.page}`))].length;
  $('effects').innerHTML =
    answer.mistakes.map(mistake).join('') +
    (answer.isBroken ? '' : `<h3>${count === 0 ? 'No page changes' :
      `Changes ${count} ${count === 1 ? 'page' : 'pages'}` +
      (exhibits.length ? `, ${exhibits.length} ${exhibits.length === 1 ? 'exhibit' : 'exhibits'}` : '')}</h3>`) +
    shown.slice(0, 40).map(c => `<div class="change"><p>${difference(c.before, c.after)}</p>` +
      `<p class="place"><button class="link" data-use="${safe(c.document)}" data-label="${safe(c.label)}">` +
      `${safe(c.document)} ${safe(c.label)}</button></p></div>`).join('');
}

/** What went and what came, word by word (the longest common subsequence). */
function difference(before, after) {
  if (!before) return `<ins>${safe(after)}</ins>`;
  if (!after) return `<del>${safe(before)}</del>`;
  const [a, b] = [before.split(/\s+/), after.split(/\s+/)];
  if (a.length * b.length > 250000) return `<del>${safe(before)}</del> <ins>${safe(after)}</ins>`;
  const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i][j] = a[i] === b[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
    }
  }
  const pieces = [];
  const add = (kind, word) => {
    if (pieces.length && pieces[pieces.length - 1][0] === kind) pieces[pieces.length - 1][1].push(word);
    else pieces.push([kind, [word]]);
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) { add('', a[i]); i++; j++; }
    else if (i < a.length && (j === b.length || length[i + 1][j] >= length[i][j + 1])) add('del', a[i++]);
    else add('ins', b[j++]);
  }
  return pieces.map(([kind, words], index) => {
    let text = words.join(' ');
    // Long stretches that stay are cut.
    if (!kind && words.length > 16) {
      const [first, last] = [index === 0, index === pieces.length - 1];
      text = first ? '… ' + words.slice(-7).join(' ') : last ? words.slice(0, 7).join(' ') + ' …'
        : words.slice(0, 7).join(' ') + ' … ' + words.slice(-7).join(' ');
    }
    return kind ? `<${kind}>${safe(text)}</${kind}>` : safe(text);
  }).join(' ');
}

async function keep(wanted) {
  const answer = await ask('/keep', wanted);
  if (!answer.ok) {
    await (wanted[0].figure ? tellOfOthers() : tellOfOtherWords());
    $('effects').innerHTML = answer.mistakes.map(mistake).join('');
    return;
  }
  state.draft = {};
  state.text = null;
  say('Kept.');
  loadFigures();
  if (state.panel === 'words') loadWords();
}

async function undo() {
  const answer = await ask('/undo', {});
  if (!answer.ok) say(answer.mistakes?.map(m => m.message).join('; ') ?? 'Nothing was undone.', true);
  state.draft = {};
  loadFigures();
  if (state.panel === 'words' && !isEdited()) loadWords();
}

/** What somebody else wrote meanwhile where this person types: shown beside it, and never overwritten unasked. */
function tell(text, take, keepOwn) {
  $('others')?.remove();
  $('effects').insertAdjacentHTML('beforebegin',
    `<div id="others" class="mistake" role="alert"><p><span class="warning">changed on disk</span></p><p>${safe(text)}</p>` +
    '<div class="buttons"><button type="button" id="theirs">Take that</button><button type="button" id="mine">Go on with mine</button></div></div>');
  $('theirs').onclick = take;
  $('mine').onclick = () => { keepOwn(); $('others').remove(); };
}

async function tellOfOthers() {
  const before = state.figures?.figures.find(f => f.id === state.figure);
  const answer = await ask('/figures');
  const now = answer?.figures?.find(f => f.id === state.figure);
  if (!before || !now) return;
  const changed = Object.keys(state.draft).filter(c => now.cells[c] !== before.cells[c]);
  if (!changed.length) return;
  tell(changed.map(c => `${c}: ${now.cells[c] || 'nothing'}`).join('; '),
    () => { state.figures = answer; state.draft = {}; drawFigures(); },
    () => { state.figures = answer; showEffects(edits(), edits); });
}

async function tellOfOtherWords() {
  const text = state.text;
  const words = await ask(`/words/${encodeURIComponent(state.document)}/${state.shown}`);
  if (!Array.isArray(words) || text !== state.text) return;
  if (words.some(w => w.file === text.file && w.line === text.line && w.source === text.source)) return;
  // Lines above may have come or gone: the same text is found again where it stands now.
  const moved = words.find(w => w.file === text.file && w.source === text.source);
  if (moved) { Object.assign(text, { line: moved.line, column: moved.column }); return; }
  const now = words.find(w => w.file === text.file && w.line === text.line);
  if (!now) return;
  tell(now.source, () => { state.words = words; state.text = now; drawWords(); },
    () => { Object.assign(text, { source: now.source, line: now.line, column: now.column }); textTyped(); });
}

function mistake(m) {
  return `<div class="mistake"><p><span class="${safe(m.severity)}">${safe(m.severity)}</span> ` +
    (m.place ? `<span class="place">${safe(m.place)}</span>` : '') + `</p><p>${safe(m.message)}</p>` +
    (m.advice ? `<p class="quiet">→ ${safe(m.advice)}</p>` : '') +
    (m.document ? `<p><button class="link" data-use="${safe(m.document)}" data-index="${m.page}">Show the page</button></p>` : '') +
    '</div>';
}

function drawMistakes() {
  const { mistakes, isBroken } = state.edition ?? { mistakes: [] };
  $('panel').innerHTML = (isBroken ? '<p>The pages are of the last edition without mistakes.</p>' : '') +
    (mistakes.length ? mistakes.map(mistake).join('') : '<p class="quiet">Nothing is wrong or doubtful.</p>');
}

// ---- Words: the texts of the page that is shown, as they are written

const isEdited = () => textEdits().length > 0;

async function loadWords() {
  const [name, index] = [state.document, state.shown];
  const words = await ask(`/words/${encodeURIComponent(name)}/${index}`);
  if (!Array.isArray(words) || state.document !== name || state.shown !== index) return;
  state.words = words;
  if (state.panel === 'words' && !isEdited()) drawWords();
}

function drawWords() {
  const text = state.text;
  if (text) return drawText(text);
  if (!state.words) { $('panel').innerHTML = '<p class="quiet">…</p>'; loadWords(); return; }
  $('panel').innerHTML = `<h2>Page ${safe(shownDocument()?.pages[state.shown]?.label)}</h2>` +
    '<p class="quiet">Click a line of the page, or choose a text.</p>' +
    (state.words.map((w, i) => `<button class="row" data-text="${i}">${safe(w.words)}<br>` +
      `<span>${safe(w.file)}:${w.line}</span></button>`).join('') || '<p class="quiet">Nothing on this page is written by hand.</p>');
}

/** A text with its references as chips: what pages say for them, and the reference where one points or tabs to. */
function chips(text) {
  let number = 0;
  return text.source.split(/(\{[^{}]*\})/).map(part => {
    if (!/^\{[^{}]*\}$/.test(part)) return safe(part);
    const words = text.references[number++];
    return chip(part.slice(1, -1), words);
  }).join('');
}

const chip = (reference, words) =>
  `<span class="chip" contenteditable="false" tabindex="0" role="button" data-reference="${safe(reference)}" ` +
  `title="{${safe(reference)}}" aria-label="Reference ${safe(reference)}">${safe(words || reference)}</span>`;

function drawText(text) {
  $('panel').innerHTML =
    '<p><button class="link" data-texts="">All texts of the page</button></p>' +
    `<p class="place">${safe(text.file)}:${text.line}</p><form id="texts">` +
    '<div id="editor" contenteditable="plaintext-only" role="textbox" aria-multiline="true" aria-label="Text" spellcheck="true">' +
    `${chips(text)}</div><div id="picker" hidden></div>` +
    '<div class="buttons"><button type="button" id="insert">Insert a figure</button><span class="spring"></span>' +
    '<button class="main" type="submit" disabled>Keep</button><button type="button" id="leave">Discard</button></div></form>' +
    '<div id="effects" aria-live="polite"></div>';
  $('editor').focus();
}

function written() {
  const editor = $('editor');
  if (!editor) return null;
  const read = node => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.dataset?.reference !== undefined) return `{${node.dataset.reference}}`;
    if (node.tagName === 'BR') return '\n';
    return [...node.childNodes].map(read).join('');
  };
  return [...editor.childNodes].map(read).join('');
}

function textEdits() {
  const [text, now] = [state.text, written()];
  if (!text || now === null || now === text.source) return [];
  const { file, line, column, source } = text;
  return [{ text: { file, line, column, before: source, after: now } }];
}

function textTyped() {
  const wanted = textEdits();
  document.querySelector('#texts button[type=submit]').disabled = !wanted.length;
  clearTimeout(trying);
  if (wanted.length) trying = setTimeout(() => showEffects(wanted, textEdits), 90);
  else $('effects').innerHTML = '';
}

const forms = ['', 'value', 'short', 'number', 'period', 'period short', 'year', 'months of', 'label'];

/** Lets one choose a figure and what is said of it, for a chip or where the caret stands. */
function pick(target) {
  const place = target ?? (() => {
    const selection = getSelection();
    return selection.rangeCount && $('editor').contains(selection.anchorNode) ? selection.getRangeAt(0).cloneRange() : null;
  })();
  const reference = target?.dataset.reference ?? '';
  const [id, form = ''] = reference.split('|');
  $('picker').hidden = false;
  $('picker').innerHTML =
    '<div class="field"><label for="pick-id">figure</label>' +
    `<input id="pick-id" list="pick-ids" value="${safe(id)}" autocomplete="off" spellcheck="false"></div>` +
    `<datalist id="pick-ids">${(state.figures?.figures ?? []).map(f =>
      `<option value="${safe(f.id)}">${safe(`${f.words} · ${f.label}${f.period ? `, ${f.period}` : ''}`)}</option>`).join('')}</datalist>` +
    '<div class="field"><label for="pick-form">said as</label>' +
    `<input id="pick-form" list="pick-forms" value="${safe(form)}" placeholder="its value in words" autocomplete="off" spellcheck="false"></div>` +
    `<datalist id="pick-forms">${forms.filter(Boolean).map(f => `<option>${f}</option>`).join('')}` +
    `${(state.figures?.figures ?? []).slice(0, 60).map(f => `<option>change from ${safe(f.id)}</option><option>times ${safe(f.id)}</option>`).join('')}</datalist>` +
    `<div class="buttons"><button type="button" id="picked">${target ? 'Change' : 'Insert'}</button>` +
    `${target ? '<button type="button" id="removed">Remove</button>' : ''}<button type="button" id="unpicked">Close</button></div>`;
  $('pick-id').focus();
  const close = () => { $('picker').hidden = true; $('editor').focus(); textTyped(); };
  $('unpicked').onclick = close;
  if (target) $('removed').onclick = () => { target.remove(); close(); };
  $('picked').onclick = () => {
    const name = [$('pick-id').value.trim(), $('pick-form').value.trim()].filter(Boolean).join('|');
    if (!$('pick-id').value.trim()) return close();
    const holder = document.createElement('template');
    const figure = state.figures?.figures.find(f => f.id === $('pick-id').value.trim());
    holder.innerHTML = chip(name, name.includes('|') ? name : figure?.words);
    const made = holder.content.firstChild;
    if (target) target.replaceWith(made);
    else if (place) { place.deleteContents(); place.insertNode(made); }
    else $('editor').append(made);
    close();
  };
}

/** The text that a line of the page belongs to. */
async function editLine(line) {
  const sheet = line.closest('.page');
  const index = Number(sheet.dataset.page);
  if (index !== state.shown || !state.words) { state.shown = index; state.words = null; markThumbnail(); await loadWords(); }
  const plain = text => text.replace(/\s+/g, ' ').trim().toLowerCase();
  const said = plain(line.textContent).replace(/-$/, '');
  const fits = (state.words ?? []).filter(w => plain(w.words).includes(said))
    .sort((a, b) => a.words.length - b.words.length);
  if (!fits.length || isEdited()) return;
  state.text = fits[0];
  openPanel('words');
}

// ---- The interview

async function showParagraph(number, near) {
  const answer = await ask(`/paragraphs/${number}`);
  if (!answer?.ok) return;
  state.paragraph = { ...answer, near };
  openPanel('interview');
  $('panel').scrollTop = 0;
  document.querySelector('#panel mark')?.scrollIntoView({ block: 'nearest' });
  $('panel').focus();
}

function sentencesOf(text) {
  if (!Intl.Segmenter) return [text];
  const segmenter = new Intl.Segmenter(state.edition.language, { granularity: 'sentence' });
  return [...segmenter.segment(text)].map(s => s.segment);
}

const wordsOf = text => new Set((text ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu)?.filter(w => w.length > 3 || /\d/.test(w)) ?? []);

function drawParagraph() {
  const p = state.paragraph;
  if (!p) {
    $('panel').innerHTML = '<p class="quiet">Follow a ¶ mark on a page: its paragraph stands here.</p>';
    return;
  }
  const sentences = sentencesOf(p.text);
  const near = wordsOf(p.near);
  const scores = sentences.map(s => {
    const words = [...wordsOf(s)];
    return words.filter(w => near.has(w)).length / Math.sqrt(words.length + 4);
  });
  const best = Math.max(...scores);
  $('panel').innerHTML =
    (p.question ? `<p class="quiet">${safe(p.question)}</p>` : '') +
    `<h2>¶ ${p.number}${p.speaker ? ` · ${safe(p.speaker)}` : ''}</h2><p>` +
    sentences.map((s, i) => best > 0 && scores[i] === best ? `<mark>${safe(s)}</mark>` : safe(s)).join('') + '</p>' +
    `<div class="buttons"><button data-paragraph="${p.number - 1}" ${p.number === 1 ? 'disabled' : ''}>¶ ${p.number - 1}</button>` +
    `<button data-paragraph="${p.number + 1}">¶ ${p.number + 1}</button></div>`;
}

// ---- Commands

let report = null;
function drawActions() {
  $('panel').innerHTML =
    '<h2>With the pack as it is saved</h2><div class="buttons">' +
    '<button data-run="build" class="main">Build into output/</button>' +
    '<button data-run="changes">What changed since</button><button data-run="count">Print …</button></div>' +
    (report ? `<p class="place">${safe(report.command)}</p><pre>${safe(report.output || 'Nothing to say.')}</pre>` +
      (report.succeeded ? '' : '<p class="quiet">This did not succeed.</p>') : '') +
    (report?.succeeded && report.asked === 'count'
      ? '<div class="buttons"><button data-run="print" class="main">Print it on the default printer</button></div>' : '') +
    '<h3>Keys</h3><dl class="keys">' + [
    ['1 – 9', 'a document'], ['n  N', 'the next page, the one before'], ['+  −  0', 'larger, smaller, fit'], ['/', 'find'],
    ['f  w  c  b', 'figures, words, checks, build'], ['p', 'present; there: arrows, b for black, s for the speaker\u2019s window, f to fill the screen again'],
    ['Ctrl Z', 'undo what was kept last'],
  ].map(([key, what]) => `<dt>${key}</dt><dd>${what}</dd>`).join('') + '</dl>';
}

async function run(command) {
  $('panel').querySelectorAll('button').forEach(b => { b.disabled = true; });
  say('Working …');
  report = { ...await ask('/run', { command }), asked: command };
  say(report.succeeded ? 'Done.' : 'That did not succeed.', !report.succeeded);
  drawActions();
}

// ---- Finding

let finding = 0;
async function find(text) {
  state.find = text.trim().toLowerCase();
  document.querySelectorAll('.found').forEach(e => e.classList.remove('found'));
  if (!state.find) return;
  document.querySelectorAll('.page').forEach(markFound);
  const number = ++finding;
  const doc = shownDocument();
  for (let step = 0; step < doc.pages.length; step++) {
    const index = (state.shown + step) % doc.pages.length;
    const sheet = $('pages').children[index];
    if (sheet.dataset.version === undefined) await load(sheet);
    if (number !== finding) return;
    const hit = sheet.querySelector('.found');
    if (hit) {
      hit.scrollIntoView({ block: 'center' });
      say(`Found on page ${doc.pages[index].label}`);
      return;
    }
  }
  say('No page has these words.');
}

function markFound(sheet) {
  if (!state.find) return;
  for (const line of sheet.querySelectorAll('.words text')) {
    line.classList.toggle('found', line.textContent.toLowerCase().includes(state.find));
  }
}

// ---- Presenting: one window shows the slides, another what the speaker needs; they tell each other.

const isSpeaker = location.hash === '#speaker';
const channel = new BroadcastChannel('bayan');
const talk = { document: null, slide: 0, isBlack: false, began: null };

const slidesDocument = () => {
  const isWide = d => d.pages[0] && d.pages[0].width > d.pages[0].height;
  const own = shownDocument();
  return own && isWide(own) ? own : state.edition.documents.find(isWide) ?? own;
};
const talkDocument = () => state.edition?.documents.find(d => d.name === talk.document);

async function slideImage(index) {
  const doc = talkDocument();
  if (!doc?.pages[index]) return null;
  const answer = await fetch(`/pages/${encodeURIComponent(doc.name)}/${index}?v=${doc.pages[index].version}`);
  return answer.ok ? answer.text() : null;
}

async function present() {
  const doc = slidesDocument();
  if (!doc) return;
  Object.assign(talk, { document: doc.name, slide: doc.name === state.document ? state.shown : 0, isBlack: false, began: Date.now() });
  $('stage').hidden = false;
  document.querySelector('main').inert = true;
  await showSlide();
  fillScreen();
}

let opening = 0;
async function fillScreen() {
  try { await document.documentElement.requestFullscreen(); } catch { /* A window will do. */ }
}

async function showSlide() {
  const image = await slideImage(talk.slide);
  if (image) $('stage').innerHTML = image;
  $('stage').classList.toggle('black', talk.isBlack);
  channel.postMessage({ ...talk });
}

function endTalk() {
  $('stage').hidden = true;
  $('stage').innerHTML = '';
  document.querySelector('main').inert = false;
  if (document.fullscreenElement) document.exitFullscreen();
  channel.postMessage({ ...talk, isOver: true });
}

function step(by) {
  if (isSpeaker) { channel.postMessage({ command: 'step', by }); return; }
  const last = talkDocument().pages.length - 1;
  const slide = Math.max(0, Math.min(last, talk.slide + by));
  Object.assign(talk, { slide, isBlack: false });
  showSlide();
}

function talkKey(event) {
  const steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ' ': 1, Enter: 1, n: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1, p: -1, Home: -1e6, End: 1e6 };
  if (event.key in steps) step(steps[event.key]);
  else if (event.key === 'b' || event.key === '.') {
    if (isSpeaker) channel.postMessage({ command: 'black' });
    else { talk.isBlack = !talk.isBlack; showSlide(); }
  } else if (event.key === 's' && !isSpeaker) {
    // A new window ends the full screen of this one, which must not end the talk.
    opening = Date.now();
    window.open('/#speaker', 'bayan-speaker', 'width=1100,height=720');
  } else if (event.key === 'f' && !isSpeaker) fillScreen();
  else if (event.key === 'Escape' && !isSpeaker) endTalk();
  else return;
  event.preventDefault();
}

channel.onmessage = ({ data }) => {
  if (isSpeaker) {
    if (data.document) { Object.assign(talk, data); showSpeaker(); }
  } else if (!$('stage').hidden) {
    if (data.command === 'step') step(data.by);
    if (data.command === 'black') { talk.isBlack = !talk.isBlack; showSlide(); }
    if (data.command === 'hello') channel.postMessage({ ...talk });
  }
};

async function showSpeaker() {
  const doc = talkDocument();
  if (!doc || talk.isOver) {
    document.body.innerHTML = '<main class="speakerview"><h1 class="ended">Begin to present in the other window: key P, then S.</h1></main>';
    channel.postMessage({ command: 'hello' });
    return;
  }
  const [now, next] = await Promise.all([slideImage(talk.slide), slideImage(talk.slide + 1)]);
  const holder = document.createElement('div');
  holder.innerHTML = now ?? '';
  const words = [...holder.querySelectorAll('desc.exhibit')].map(e => e.textContent);
  document.body.innerHTML =
    '<main class="speakerview"><h1 class="sr">What the speaker sees</h1><div class="clock"><b id="clock"></b><span id="elapsed"></span>' +
    `<span>Slide ${talk.slide + 1} of ${doc.pages.length}</span>${talk.isBlack ? '<span>Black</span>' : ''}</div>` +
    '<div class="clock"><span>Next</span></div>' +
    `<div><div class="now ${talk.isBlack ? 'black' : ''}">${now ?? ''}</div>` +
    `<div class="notes">${words.map(w => `<p>${safe(w)}</p>`).join('')}</div></div>` +
    `<div><div class="next">${next ?? '<p class="ended">This is the last slide.</p>'}</div></div></main>`;
  tick();
}

function tick() {
  if (!$('clock')) return;
  const two = n => String(n).padStart(2, '0');
  const now = new Date();
  $('clock').textContent = `${two(now.getHours())}:${two(now.getMinutes())}`;
  const seconds = Math.floor((Date.now() - talk.began) / 1000);
  $('elapsed').textContent = `${Math.floor(seconds / 60)}:${two(seconds % 60)} since the beginning`;
}

// ---- What a person does

function begin() {
  connect();
  if (isSpeaker) {
    document.body.className = 'speaker';
    document.title = 'Speaker – Bayan';
    document.addEventListener('keydown', talkKey);
    setInterval(tick, 1000);
    showSpeaker();
    return;
  }
  openPanel('figures');
  document.addEventListener('click', event => {
    const line = event.target.closest('.words text');
    if (line && getSelection().isCollapsed && !event.target.closest('.links')) { editLine(line); return; }
    const mark = event.target.closest('.chip');
    if (mark) { pick(mark); return; }
    const target = event.target.closest('button, a');
    if (!target) return;
    const data = target.dataset;
    if (target.closest('.links')) { event.preventDefault(); follow(target); }
    else if (target.closest('#thumbnails')) { event.preventDefault(); goTo(Number(data.page)); }
    else if (data.document) showDocument(data.document);
    else if (data.panel) { if (data.panel === 'figures') state.figure = null; if (data.panel === 'words') state.text = null; openPanel(data.panel); }
    else if (data.text) { state.text = state.words[data.text]; drawWords(); }
    else if (data.texts !== undefined) { state.text = null; drawWords(); loadWords(); }
    else if (data.figure !== undefined) { state.figure = data.figure || null; state.draft = {}; drawFigures(); $('panel').scrollTop = 0; }
    else if (data.paragraph) showParagraph(Number(data.paragraph), state.figures?.figures.find(f => f.id === state.figure)?.sentence);
    else if (data.use) {
      const doc = state.edition.documents.find(d => d.name === data.use);
      const page = data.index ? Number(data.index) : doc?.pages.findIndex(p => p.label === data.label);
      if (doc) showDocument(doc.name, Math.max(0, page));
    } else if (data.run) run(data.run);
  });
  document.addEventListener('submit', event => { event.preventDefault(); keep(event.target.id === 'cells' ? edits() : textEdits()); });
  document.addEventListener('input', event => {
    if (event.target.id === 'filter') { state.filter = event.target.value; drawRows(); }
    else if (event.target.dataset.column) typed(event.target);
    else if (event.target.id === 'editor') textTyped();
  });
  // Some browsers tell of a choice in a list by this alone.
  document.addEventListener('change', event => { if (event.target.matches('select[data-column]')) typed(event.target); });
  $('panel').addEventListener('click', event => {
    if (event.target.id === 'drop') { state.draft = {}; drawFigures(); }
    if (event.target.id === 'leave') { state.text = null; drawWords(); }
    if (event.target.id === 'insert') pick();
  });
  $('find').addEventListener('input', () => find($('find').value));
  $('find').addEventListener('keydown', event => {
    if (event.key === 'Enter') { state.shown = (state.shown + 1) % (shownDocument()?.pages.length || 1); find($('find').value); }
    if (event.key === 'Escape') { $('find').value = ''; find(''); $('pages').focus(); }
  });
  $('smaller').onclick = () => setZoom(Math.max(0.25, presentZoom() / 1.25));
  $('larger').onclick = () => setZoom(Math.min(6, presentZoom() * 1.25));
  $('fit').onclick = () => setZoom(null);
  $('present').onclick = present;
  $('undo').onclick = undo;
  $('stage').addEventListener('click', () => step(1));
  document.addEventListener('fullscreenchange', () => { if (!document.fullscreenElement && !$('stage').hidden && Date.now() - opening > 1500) endTalk(); });
  addEventListener('resize', () => drawPages());
  document.addEventListener('keydown', key);
}

function key(event) {
  if (!$('stage').hidden) return talkKey(event);
  const isTyping = event.target.matches('input, select, textarea');
  if (event.key === 'Enter' && event.target.matches('.chip')) { event.preventDefault(); return pick(event.target); }
  if (event.target.id === 'editor') {
    if (event.key === '{') { event.preventDefault(); pick(); }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); if (isEdited()) keep(textEdits()); }
    if (event.key === 'Escape') { state.text = null; drawWords(); }
    return;
  }
  if (event.key === 'Enter' && event.target.closest?.('.links a')) return follow(event.target.closest('a'));
  if (event.key === 'Escape' && event.target.closest('#cells')) { state.draft = {}; drawFigures(); return; }
  if (isTyping) return;
  if ((event.ctrlKey || event.metaKey) && event.key === 'z') { undo(); event.preventDefault(); return; }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const doc = shownDocument();
  const keys = {
    '+': () => $('larger').click(), '=': () => $('larger').click(), '-': () => $('smaller').click(), 0: () => setZoom(null),
    p: present, '/': () => $('find').focus(), f: () => { state.figure = null; openPanel('figures'); $('filter')?.focus(); },
    c: () => openPanel('mistakes'), w: () => { state.text = null; openPanel('words'); loadWords(); }, b: () => openPanel('actions'),
    n: () => goTo(Math.min(doc.pages.length - 1, state.shown + 1)), N: () => goTo(Math.max(0, state.shown - 1)),
  };
  if (/^[1-9]$/.test(event.key) && state.edition?.documents[event.key - 1]) showDocument(state.edition.documents[event.key - 1].name);
  else if (event.key in keys) keys[event.key]();
  else return;
  event.preventDefault();
}

begin();
