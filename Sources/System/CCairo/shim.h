#include <cairo.h>
#include <cairo-ft.h>
#include FT_CID_H
