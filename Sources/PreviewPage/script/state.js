'use strict';
// The preview's page: what the server tells of each edition is shown; pages are fetched when they come into view.

const $ = id => document.getElementById(id);
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = text => String(text ?? '').replace(/[&<>"]/g, c => escapes[c]);

const state = {
  edition: null, document: null, zoom: null, panel: 'figures', figure: null, paragraph: null, shown: 0,
  figures: null, filter: '', draft: {}, find: '',
  words: null, text: null,
};
