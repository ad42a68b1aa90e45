#include <geos_c.h>

// GEOS cuts shapes of maps, and brings C++'s library: to look their symbols up was a quarter of a start.
// Opened when it is needed, not linked: see SharedLibrary in Diagnostics. No "link" in the module map, for this reason.
#define LOADED(name) typedef __typeof__(&name) name##_function

LOADED(GEOSClipByRect_r);
LOADED(GEOSCoordSeq_copyFromBuffer_r);
LOADED(GEOSCoordSeq_copyToBuffer_r);
LOADED(GEOSCoordSeq_getSize_r);
LOADED(GEOSGeomTypeId_r);
LOADED(GEOSGeom_createLineString_r);
LOADED(GEOSGeom_createLinearRing_r);
LOADED(GEOSGeom_createPolygon_r);
LOADED(GEOSGeom_destroy_r);
LOADED(GEOSGeom_getCoordSeq_r);
LOADED(GEOSGetExteriorRing_r);
LOADED(GEOSGetGeometryN_r);
LOADED(GEOSGetInteriorRingN_r);
LOADED(GEOSGetNumGeometries_r);
LOADED(GEOSGetNumInteriorRings_r);
LOADED(GEOSIntersection_r);
LOADED(GEOSMakeValid_r);
LOADED(GEOS_finish_r);
LOADED(GEOS_init_r);
LOADED(GEOSisEmpty_r);

#undef LOADED
