#include <zip.h>

// libzip reads spreadsheets and brings OpenSSL with it.
// Opened when it is needed, not linked: see SharedLibrary in Diagnostics. No "link" in the module map, for this reason.
#define LOADED(name) typedef __typeof__(&name) name##_function

LOADED(zip_close);
LOADED(zip_discard);
LOADED(zip_error_fini);
LOADED(zip_error_init);
LOADED(zip_error_strerror);
LOADED(zip_fclose);
LOADED(zip_file_add);
LOADED(zip_file_set_dostime);
LOADED(zip_fopen_index);
LOADED(zip_fread);
LOADED(zip_get_error);
LOADED(zip_name_locate);
LOADED(zip_open_from_source);
LOADED(zip_source_buffer);
LOADED(zip_source_buffer_create);
LOADED(zip_source_close);
LOADED(zip_source_free);
LOADED(zip_source_keep);
LOADED(zip_source_open);
LOADED(zip_source_read);
LOADED(zip_source_stat);
LOADED(zip_stat_index);

#undef LOADED
