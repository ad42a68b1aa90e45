// Words: the texts of the page that is shown, as they are written

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
  // A note's line goes on with its sources, which are nobody's text.
  if (!fits.length) fits.push(...(state.words ?? []).filter(w => w.words.length > 12 && said.includes(plain(w.words))));
  if (!fits.length || isEdited()) return;
  state.text = fits[0];
  openPanel('words');
}
