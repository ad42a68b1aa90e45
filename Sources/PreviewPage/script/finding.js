// Finding

let finding = 0;
async function find(text) {
  state.find = text.trim().toLowerCase();
  document.querySelectorAll('.found').forEach(e => e.classList.remove('found'));
  if (!state.find) return;
  document.querySelectorAll('.page').forEach(markFound);
  const number = ++finding;
  const doc = shownDocument();
  for (let step = 0; step < doc.pages.length; step++) {
    const index = (state.shown + step) % doc.pages.length;
    const sheet = $('pages').children[index];
    if (sheet.dataset.version === undefined) await load(sheet);
    if (number !== finding) return;
    const hit = sheet.querySelector('.found');
    if (hit) {
      hit.scrollIntoView({ block: 'center' });
      say(`Found on page ${doc.pages[index].label}`);
      return;
    }
  }
  say('No page has these words.');
}

function markFound(sheet) {
  if (!state.find) return;
  for (const line of sheet.querySelectorAll('.words text')) {
    line.classList.toggle('found', line.textContent.toLowerCase().includes(state.find));
  }
}
