// What a person does

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
    else if (data.seen !== undefined) markSeen(data.list, data.seen);
    else if (data.figure !== undefined) {
      if (data.open !== undefined) openPanel('figures');
      if (Object.keys(state.draft).length && !confirm('Discard what you have typed?')) return; state.figure = data.figure || null; state.draft = {}; drawFigures(); $('panel').scrollTop = 0; }
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
  $('smaller').onclick = () => setZoom(Math.max(0.25, zoomNow() / 1.25));
  $('larger').onclick = () => setZoom(Math.min(6, zoomNow() * 1.25));
  $('fit').onclick = () => setZoom(null);
  $('present').onclick = present;
  $('undo').onclick = undo;
  $('stage').addEventListener('click', () => step(1));
  document.addEventListener('fullscreenchange', () => { if (!document.fullscreenElement && !$('stage').hidden && Date.now() - opening > 1500) endTalk(); });
  addEventListener('resize', () => drawPages());
  addEventListener('hashchange', takePlace);
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
