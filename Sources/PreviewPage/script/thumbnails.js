// Thumbnails

function newThumbnail(index) {
  const link = document.createElement('a');
  link.href = `#page-${index}`;
  link.innerHTML = '<img loading="lazy" alt=""><span></span>';
  return link;
}

function drawThumbnails() {
  const doc = shownDocument();
  if (!doc) { $('thumbnails').innerHTML = ''; return; }
  const links = elementsOfPages($('thumbnails'), doc, newThumbnail);
  doc.pages.forEach((page, index) => {
    const link = links[index];
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
