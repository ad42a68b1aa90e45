// Commands

let report = null;
function drawActions() {
  $('panel').innerHTML =
    '<h2>With the pack as it is saved</h2><div class="buttons">' +
    '<button data-run="build" class="main">Build into output/</button>' +
    '<button data-run="changes">What changed since</button><button data-run="count">Print …</button></div>' +
    (report ? `<p class="place">${safe(report.command)}</p><pre>${safe(report.output || 'Nothing to say.')}</pre>` +
      (report.succeeded ? '' : '<p class="quiet">This did not succeed.</p>') : '') +
    (report?.succeeded && report.asked === 'count'
      ? '<div class="buttons"><button data-run="print" class="main">Print it on the default printer</button></div>' : '') +
    '<h3>Keys</h3><dl class="keys">' + [
    ['1 – 9', 'a document'], ['n  N', 'the next page, the one before'], ['+  −  0', 'larger, smaller, fit'], ['/', 'find'],
    ['f  w  c  b', 'figures, words, checks, build'], ['p', 'present; there: arrows, b for black, s for the speaker\u2019s window, f to fill the screen again'],
    ['Ctrl Z', 'undo what was kept last'],
  ].map(([key, what]) => `<dt>${key}</dt><dd>${what}</dd>`).join('') + '</dl>';
}

async function run(command) {
  $('panel').querySelectorAll('button').forEach(b => { b.disabled = true; });
  say('Working …');
  report = { ...await ask('/run', { command }), asked: command };
  say(report.succeeded ? 'Done.' : 'That did not succeed.', !report.succeeded);
  drawActions();
}
