// Checks: what is wrong or doubtful, and what of a draft nobody has looked at

function mistake(m) {
  return `<div class="mistake"><p><span class="${safe(m.severity)}">${safe(m.severity)}</span> ` +
    (m.place ? `<span class="place">${safe(m.place)}</span>` : '') + `</p><p>${safe(m.message)}</p>` +
    (m.advice ? `<p class="quiet">→ ${safe(m.advice)}</p>` : '') +
    (m.document ? `<p><button class="link" data-use="${safe(m.document)}" data-index="${m.page}">Show the page</button></p>` : '') +
    '</div>';
}

const seen = u => `<button data-seen="${safe(u.entry)}" data-list="${safe(u.list)}">Looked at</button>`;

/** What of a draft nobody has looked at yet: the list that a person works through. */
function unseenRow(u) {
  const name = u.list === 'questions' ? `Question ${u.entry}` : 'Figure';
  const way = u.list === 'figures' ? `<button class="link" data-figure="${safe(u.entry)}" data-open="">Show the figure</button>`
    : u.document ? `<button class="link" data-use="${safe(u.document)}" data-index="${u.page}">Show the page</button>` : '';
  return `<div class="mistake"><p><span class="place">${name}, ${safe(u.place)}</span></p><p>${safe(u.words)}</p>` +
    (u.sentence ? `<blockquote class="quiet">${safe(u.sentence)}</blockquote>` : '') +
    `<div class="buttons">${seen(u)}<span class="spring"></span>${way}</div></div>`;
}

async function markSeen(list, entry) {
  const answer = await ask('/keep', [{ seen: { list, entry, isSeen: true } }]);
  if (answer && !answer.ok) say(answer.mistakes?.[0] ? `${answer.mistakes[0].message}: ${answer.mistakes[0].advice}` : answer.text, true);
}

function drawMistakes() {
  const { mistakes, isBroken, unseen } = state.edition ?? { mistakes: [], unseen: [] };
  $('panel').innerHTML = (isBroken && state.edition.documents.length ? '<p>The pages are of the last edition without mistakes.</p>' : '') +
    (mistakes.length ? mistakes.map(mistake).join('') : '<p class="quiet">Nothing is wrong or doubtful.</p>') +
    (unseen.length ? `<h2 class="further">To look at: ${unseen.length}</h2>` + unseen.map(unseenRow).join('') : '');
}
