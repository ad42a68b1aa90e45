#include "PreviewPage.h"

// C23's #embed: an array in Swift of as many bytes takes ten seconds to compile.
static const unsigned char html[] = {
#embed "page.html"
};
static const unsigned char css[] = {
#embed "page.css"
};
static const unsigned char script[] = {
#embed "script/state.js"
,
#embed "script/asking.js"
,
#embed "script/editions.js"
,
#embed "script/place.js"
,
#embed "script/pages.js"
,
#embed "script/thumbnails.js"
,
#embed "script/links.js"
,
#embed "script/figures.js"
,
#embed "script/checks.js"
,
#embed "script/words.js"
,
#embed "script/interview.js"
,
#embed "script/commands.js"
,
#embed "script/finding.js"
,
#embed "script/presenting.js"
,
#embed "script/begin.js"
};

preview_file preview_page_html(void) { return (preview_file){html, sizeof html}; }
preview_file preview_page_css(void) { return (preview_file){css, sizeof css}; }
preview_file preview_page_script(void) { return (preview_file){script, sizeof script}; }
