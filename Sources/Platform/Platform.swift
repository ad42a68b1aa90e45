// The platform's own library (mathematics, files, dynamic libraries), for all modules that don't need Foundation: which
// one it is, is asked here alone.
#if canImport(Glibc)
  @_exported import Glibc
#elseif canImport(Darwin)
  @_exported import Darwin
#endif
