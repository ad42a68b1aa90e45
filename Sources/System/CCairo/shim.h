#include <cairo.h>
#include <cairo-pdf.h>
#include <cairo-ft.h>
#include FT_CID_H
