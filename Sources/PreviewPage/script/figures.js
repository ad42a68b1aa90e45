// The panel

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
    (f.isUpdated ? `<p class="mistake">An update says otherwise of this figure: ${safe(f.place)}. The pages follow it; here stands the pack\u2019s own row.</p>` : '') +
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
    answer.mistakes.filter(m => m.severity === 'error').map(mistake).join('') +
    (answer.isBroken ? '' : `<h3>${count === 0 ? 'No page changes' :
      `Changes ${count} ${count === 1 ? 'page' : 'pages'}` +
      (exhibits.length ? `, ${exhibits.length} ${exhibits.length === 1 ? 'exhibit' : 'exhibits'}` : '')}</h3>`) +
    shown.slice(0, 40).map(c => `<div class="change"><p>${difference(c.before, c.after)}</p>` +
      `<p class="place"><button class="link" data-use="${safe(c.document)}" data-label="${safe(c.label)}">` +
      `${safe(c.document)} ${safe(c.label)}</button></p></div>`).join('') +
    answer.mistakes.filter(m => m.severity !== 'error').map(mistake).join('');
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
  if (!$('effects')) return;
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
