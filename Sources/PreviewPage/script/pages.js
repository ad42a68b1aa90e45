// Pages

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

/** The elements of a document's pages in a holder, made where they aren't there yet. */
function elementsOfPages(holder, doc, make) {
  if (holder.dataset.document !== doc.name) {
    holder.innerHTML = '';
    holder.dataset.document = doc.name;
  }
  while (holder.children.length > doc.pages.length) holder.lastElementChild.remove();
  while (holder.children.length < doc.pages.length) {
    const element = make(holder.children.length);
    element.dataset.page = holder.children.length;
    holder.append(element);
  }
  return holder.children;
}

function newSheet(index) {
  const sheet = document.createElement('div');
  sheet.className = 'page';
  sheet.id = `page-${index}`;
  sheet.setAttribute('role', 'group');
  isNear.observe(sheet);
  isInView.observe(sheet);
  return sheet;
}

function drawPages(before) {
  const doc = shownDocument();
  if (!doc) { $('pages').innerHTML = ''; return; }
  const sheets = elementsOfPages($('pages'), doc, newSheet);
  doc.pages.forEach((page, index) => {
    const sheet = sheets[index];
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

function zoomNow() {
  const page = shownDocument()?.pages[0];
  return page ? pageWidth(page) / page.width * 3 / 4 : 1;
}
