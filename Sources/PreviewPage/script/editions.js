// Editions

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
    const { figure, text, seen } = edition.undo;
    $('undo').textContent = `Undo: ${figure ? `${figure.id}, ${figure.column}` : text ? `${text.file}, line ${text.line}` : `${seen.entry} looked at`}`;
  }
  drawTabs();
  drawPages(before);
  drawThumbnails();
  if (edition.isBroken) {
    say(`${errors} ${errors === 1 ? 'mistake' : 'mistakes'}: ` +
      (edition.documents.length ? 'the pages are of the last edition without any.' : 'the pages come when none is left.'), true);
    if (!before || !before.isBroken) openPanel('mistakes');
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
  state.shown = page ?? 0;
  notePlace();
}
