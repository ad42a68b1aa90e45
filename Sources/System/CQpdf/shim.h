#include <qpdf/qpdf-c.h>

// libqpdf reads PDFs that other programs have saved, and brings GnuTLS with it.
// Opened when it is needed, not linked: see SharedLibrary in Diagnostics. No "link" in the module map, for this reason.
#define LOADED(name) typedef __typeof__(&name) name##_function

LOADED(qpdf_cleanup);
LOADED(qpdf_get_error);
LOADED(qpdf_get_error_code);
LOADED(qpdf_get_page_n);
LOADED(qpdf_get_root);
LOADED(qpdf_has_error);
LOADED(qpdf_init);
LOADED(qpdf_oh_begin_dict_key_iter);
LOADED(qpdf_oh_dict_more_keys);
LOADED(qpdf_oh_dict_next_key);
LOADED(qpdf_oh_get_array_item);
LOADED(qpdf_oh_get_array_n_items);
LOADED(qpdf_oh_get_dict);
LOADED(qpdf_oh_get_key);
LOADED(qpdf_oh_get_object_id);
LOADED(qpdf_oh_get_page_content_data);
LOADED(qpdf_oh_get_stream_data);
LOADED(qpdf_oh_get_utf8_value);
LOADED(qpdf_oh_has_key);
LOADED(qpdf_oh_is_array);
LOADED(qpdf_oh_is_dictionary);
LOADED(qpdf_oh_is_stream);
LOADED(qpdf_oh_is_string);
LOADED(qpdf_oh_unparse_resolved);
LOADED(qpdf_read_memory);
LOADED(qpdf_set_suppress_warnings);
LOADED(qpdf_silence_errors);

#undef LOADED
