#include <cairo.h>
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include FT_CID_H
