// The interview

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
