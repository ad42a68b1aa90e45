// The place, which stands in the address: a reload keeps it ("#report/2/figure/turnover-2018")

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
  if (name !== state.document) { state.document = name; drawTabs(); drawPages(); drawThumbnails(); }
  const index = doc.pages.findIndex(p => p.label === label);
  setTimeout(() => {
    if (index > 0) goTo(index);
    if (panel === 'figure') showFigure(id);
    else if (document.querySelector(`[data-panel="${CSS.escape(panel ?? '')}"]`)) openPanel(panel);
  });
}
