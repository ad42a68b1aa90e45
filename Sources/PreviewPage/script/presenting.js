// Presenting: one window shows the slides, another what the speaker needs; they tell each other.

const isSpeaker = location.hash === '#speaker';
const channel = new BroadcastChannel('bayan');
const talk = { document: null, slide: 0, isBlack: false, began: null };

const slidesDocument = () => {
  const isWide = d => d.pages[0] && d.pages[0].width > d.pages[0].height;
  const own = shownDocument();
  return own && isWide(own) ? own : state.edition.documents.find(isWide) ?? own;
};
const talkDocument = () => state.edition?.documents.find(d => d.name === talk.document);

async function slideImage(index) {
  const doc = talkDocument();
  if (!doc?.pages[index]) return null;
  const answer = await fetch(`/pages/${encodeURIComponent(doc.name)}/${index}?v=${doc.pages[index].version}`);
  return answer.ok ? answer.text() : null;
}

async function present() {
  const doc = slidesDocument();
  if (!doc) return;
  Object.assign(talk, { document: doc.name, slide: doc.name === state.document ? state.shown : 0, isBlack: false, began: Date.now() });
  $('stage').hidden = false;
  document.querySelector('main').inert = true;
  await showSlide();
  fillScreen();
}

let opening = 0;
async function fillScreen() {
  try { await document.documentElement.requestFullscreen(); } catch { /* A window will do. */ }
}

async function showSlide() {
  const image = await slideImage(talk.slide);
  if (image) $('stage').innerHTML = image;
  $('stage').classList.toggle('black', talk.isBlack);
  channel.postMessage({ ...talk });
}

function endTalk() {
  $('stage').hidden = true;
  $('stage').innerHTML = '';
  document.querySelector('main').inert = false;
  if (document.fullscreenElement) document.exitFullscreen();
  channel.postMessage({ ...talk, isOver: true });
  showDocument(talk.document, talk.slide);
}

function step(by) {
  if (isSpeaker) { channel.postMessage({ command: 'step', by }); return; }
  const last = talkDocument().pages.length - 1;
  const slide = Math.max(0, Math.min(last, talk.slide + by));
  Object.assign(talk, { slide, isBlack: false });
  showSlide();
}

function talkKey(event) {
  const steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ' ': 1, Enter: 1, n: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1, p: -1, Home: -1e6, End: 1e6 };
  if (event.key in steps) step(steps[event.key]);
  else if (event.key === 'b' || event.key === '.') {
    if (isSpeaker) channel.postMessage({ command: 'black' });
    else { talk.isBlack = !talk.isBlack; showSlide(); }
  } else if (event.key === 's' && !isSpeaker) {
    // A new window ends the full screen of this one, which must not end the talk.
    opening = Date.now();
    window.open('/#speaker', 'bayan-speaker', 'width=1100,height=720');
  } else if (event.key === 'f' && !isSpeaker) fillScreen();
  else if (event.key === 'Escape' && !isSpeaker) endTalk();
  else return;
  event.preventDefault();
}

channel.onmessage = ({ data }) => {
  if (isSpeaker) {
    if (data.document) { Object.assign(talk, data); showSpeaker(); }
  } else if (!$('stage').hidden) {
    if (data.command === 'step') step(data.by);
    if (data.command === 'black') { talk.isBlack = !talk.isBlack; showSlide(); }
    if (data.command === 'hello') channel.postMessage({ ...talk });
  }
};

async function showSpeaker() {
  const doc = talkDocument();
  if (!doc || talk.isOver) {
    document.body.innerHTML = '<main class="speakerview"><h1 class="ended">Begin to present in the other window: key P, then S.</h1></main>';
    channel.postMessage({ command: 'hello' });
    return;
  }
  const [now, next] = await Promise.all([slideImage(talk.slide), slideImage(talk.slide + 1)]);
  const holder = document.createElement('div');
  holder.innerHTML = now ?? '';
  // What the pack has to be said, or the points that belong to the slide; else what its exhibits show.
  const notes = doc.pages[talk.slide].notes;
  const words = notes.length ? notes : [...holder.querySelectorAll('desc.exhibit')].map(e => e.textContent);
  document.body.innerHTML =
    '<main class="speakerview"><h1 class="sr">What the speaker sees</h1><div class="clock"><b id="clock"></b><span id="elapsed"></span>' +
    `<span>Slide ${talk.slide + 1} of ${doc.pages.length}</span>${talk.isBlack ? '<span>Black</span>' : ''}</div>` +
    '<div class="clock"><span>Next</span></div>' +
    `<div><div class="now ${talk.isBlack ? 'black' : ''}">${now ?? ''}</div>` +
    `<div class="notes">${words.map(w => `<p>${safe(w)}</p>`).join('')}</div></div>` +
    `<div><div class="next">${next ?? '<p class="ended">This is the last slide.</p>'}</div></div></main>`;
  tick();
}

function tick() {
  if (!$('clock')) return;
  const two = n => String(n).padStart(2, '0');
  const now = new Date();
  $('clock').textContent = `${two(now.getHours())}:${two(now.getMinutes())}`;
  const seconds = Math.floor((Date.now() - talk.began) / 1000);
  $('elapsed').textContent = `${Math.floor(seconds / 60)}:${two(seconds % 60)} since the beginning`;
}
