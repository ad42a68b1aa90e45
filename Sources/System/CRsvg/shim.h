#include <stdbool.h>
#include <stddef.h>

// librsvg paints drawings, and brings a loader for pictures with it.
// Opened when it is needed, not linked: see SharedLibrary in Diagnostics. No "link" in the module map, for this reason. Its
// functions are declared here, as librsvg 2.54 documents them: its own headers ask for those of five other libraries.

typedef struct { double x, y, width, height; } RsvgRectangle;
typedef struct { double length; int unit; } RsvgLength;
typedef struct { unsigned domain; int code; char *message; } RsvgError;

typedef void *(*rsvg_handle_new_from_data_function)(const unsigned char *, size_t, RsvgError **);
typedef void (*rsvg_handle_set_dpi_function)(void *, double);
typedef int (*rsvg_handle_get_intrinsic_size_in_pixels_function)(void *, double *, double *);
typedef void (*rsvg_handle_get_intrinsic_dimensions_function)(
    void *, int *, RsvgLength *, int *, RsvgLength *, int *, RsvgRectangle *);
typedef int (*rsvg_handle_render_document_function)(void *, void *, const RsvgRectangle *, RsvgError **);
typedef void (*g_object_unref_function)(void *);
typedef void (*g_error_free_function)(RsvgError *);
