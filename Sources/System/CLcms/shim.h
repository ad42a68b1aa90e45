#include <lcms2.h>

// Little CMS turns the colours of pictures that have a profile of their own into sRGB.
// Opened when it is needed, not linked: see SharedLibrary in Diagnostics. No "link" in the module map, for this reason.
#define LOADED(name) typedef __typeof__(&name) name##_function

LOADED(cmsCloseProfile);
LOADED(cmsCreateTransform);
LOADED(cmsCreate_sRGBProfile);
LOADED(cmsDeleteTransform);
LOADED(cmsDoTransform);
LOADED(cmsOpenProfileFromMem);

#undef LOADED

// Macros that Swift does not see.
static const cmsUInt32Number cmsPixels = TYPE_BGRA_8;
static const cmsUInt32Number cmsKeepsOpacity = cmsFLAGS_COPY_ALPHA;
