#ifndef PREVIEW_PAGE_H
#define PREVIEW_PAGE_H

#include <stddef.h>

/// A file of the preview's page, embedded in the program.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} preview_file;

preview_file preview_page_html(void);
preview_file preview_page_css(void);
preview_file preview_page_script(void);

#endif
