// Links on pages

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
