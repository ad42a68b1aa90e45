import CGeos
import Diagnostics

/// The functions of GEOS that cutting shapes off needs, looked up when a map is first drawn (see `SharedLibrary`).
struct GEOSLibrary: Sendable {
  let clip: GEOSClipByRect_r_function
  let copySequence: GEOSCoordSeq_copyToBuffer_r_function
  let destroy: GEOSGeom_destroy_r_function
  let finish: GEOS_finish_r_function
  let getExteriorRing: GEOSGetExteriorRing_r_function
  let getInteriorRing: GEOSGetInteriorRingN_r_function
  let getInteriorRingCount: GEOSGetNumInteriorRings_r_function
  let getPart: GEOSGetGeometryN_r_function
  let getPartCount: GEOSGetNumGeometries_r_function
  let getSequence: GEOSGeom_getCoordSeq_r_function
  let getSequenceSize: GEOSCoordSeq_getSize_r_function
  let getType: GEOSGeomTypeId_r_function
  let intersect: GEOSIntersection_r_function
  let isEmpty: GEOSisEmpty_r_function
  let makeLine: GEOSGeom_createLineString_r_function
  let makePolygon: GEOSGeom_createPolygon_r_function
  let makeRing: GEOSGeom_createLinearRing_r_function
  let makeSequence: GEOSCoordSeq_copyFromBuffer_r_function
  let mend: GEOSMakeValid_r_function
  let start: GEOS_init_r_function

  /// The library, opened when something first asks for it.
  static let opened = Result { () throws(DiagnosticError) in try GEOSLibrary() }

  private init() throws(DiagnosticError) {
    let library = try SharedLibrary(
      ["libgeos_c.so.1", "libgeos_c.so", "libgeos_c.dylib"],
      missing: DiagnosticError(
        "the library GEOS is not installed, so maps can't be drawn",
        advice: "install it (Debian: apt-get install libgeos-c1v5)"))
    clip = try library.find("GEOSClipByRect_r")
    copySequence = try library.find("GEOSCoordSeq_copyToBuffer_r")
    destroy = try library.find("GEOSGeom_destroy_r")
    finish = try library.find("GEOS_finish_r")
    getExteriorRing = try library.find("GEOSGetExteriorRing_r")
    getInteriorRing = try library.find("GEOSGetInteriorRingN_r")
    getInteriorRingCount = try library.find("GEOSGetNumInteriorRings_r")
    getPart = try library.find("GEOSGetGeometryN_r")
    getPartCount = try library.find("GEOSGetNumGeometries_r")
    getSequence = try library.find("GEOSGeom_getCoordSeq_r")
    getSequenceSize = try library.find("GEOSCoordSeq_getSize_r")
    getType = try library.find("GEOSGeomTypeId_r")
    intersect = try library.find("GEOSIntersection_r")
    isEmpty = try library.find("GEOSisEmpty_r")
    makeLine = try library.find("GEOSGeom_createLineString_r")
    makePolygon = try library.find("GEOSGeom_createPolygon_r")
    makeRing = try library.find("GEOSGeom_createLinearRing_r")
    makeSequence = try library.find("GEOSCoordSeq_copyFromBuffer_r")
    mend = try library.find("GEOSMakeValid_r")
    start = try library.find("GEOS_init_r")
  }
}
