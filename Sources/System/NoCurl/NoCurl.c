#include <stdlib.h>

// What Foundation's networking calls in libcurl. Nothing in Bayan fetches by it: it is linked because the preview's HTTP
// library can hand requests on to other servers. The real library would bring 24 others, whose symbols take almost half of
// a start. A later Foundation may call more: then linking names what is missing, and it is added here. Hidden, so that only
// the program that is linked with this file calls them, no library of the machine's.
#define NOT_LINKED(name) \
  __attribute__((visibility("hidden"))) void name(void) { abort(); }

NOT_LINKED(curl_easy_cleanup)
NOT_LINKED(curl_easy_getinfo)
NOT_LINKED(curl_easy_init)
NOT_LINKED(curl_easy_pause)
NOT_LINKED(curl_easy_setopt)
NOT_LINKED(curl_easy_strerror)
NOT_LINKED(curl_free)
NOT_LINKED(curl_global_init)
NOT_LINKED(curl_multi_add_handle)
NOT_LINKED(curl_multi_assign)
NOT_LINKED(curl_multi_cleanup)
NOT_LINKED(curl_multi_info_read)
NOT_LINKED(curl_multi_init)
NOT_LINKED(curl_multi_remove_handle)
NOT_LINKED(curl_multi_setopt)
NOT_LINKED(curl_multi_socket_action)
NOT_LINKED(curl_slist_append)
NOT_LINKED(curl_slist_free_all)
NOT_LINKED(curl_url)
NOT_LINKED(curl_url_get)
NOT_LINKED(curl_url_set)
NOT_LINKED(curl_version)
NOT_LINKED(curl_version_info)
