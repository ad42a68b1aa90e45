// Asking

async function ask(path, body) {
  const answer = await fetch(path, body === undefined ? {} : {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  if (answer.status === 204) return null;
  const isJSON = (answer.headers.get('Content-Type') || '').startsWith('application/json');
  const value = isJSON ? await answer.json() : { text: await answer.text() };
  value.ok = answer.ok;
  return value;
}

let socket = null;
function connect() {
  socket = new WebSocket(`ws://${location.host}/live`);
  socket.onopen = () => { if (state.document) socket.send(state.document); };
  socket.onmessage = event => {
    // The answer asks for the next edition, too.
    try { receive(JSON.parse(event.data)); } finally { socket.send(state.document ?? ''); }
  };
  socket.onclose = () => {
    if (!isSpeaker) say('The preview has ended. Begin it again with: bayan preview', true);
    setTimeout(connect, 1500);
  };
}

function say(text, isBad = false) {
  $('status').textContent = text;
  $('status').closest('footer').classList.toggle('broken', isBad);
}
