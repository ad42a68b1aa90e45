#include <webp/decode.h>

// libwebp reads pictures of one format.
// Opened when it is needed, not linked: see SharedLibrary in Diagnostics. No "link" in the module map, for this reason.
#define LOADED(name) typedef __typeof__(&name) name##_function

LOADED(WebPDecodeBGRAInto);
LOADED(WebPGetFeaturesInternal);

#undef LOADED

/// A macro that Swift does not see.
static const int WebPDecoderVersion = WEBP_DECODER_ABI_VERSION;
