// Thumbnails

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
