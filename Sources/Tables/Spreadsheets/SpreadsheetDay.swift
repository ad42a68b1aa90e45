import Foundation

/// A day by its number in one of the two date systems of spreadsheets. Day 60 of the system of 1900 is 29 February of that year, which was none; earlier numbers
/// are one day off for its sake.
func spreadsheetDay(_ number: Decimal, countsFrom1904: Bool) -> (year: Int, month: Int, day: Int)? {
  guard number >= 0, number < 2_958_466 else { return nil }
  let serial = NSDecimalNumber(decimal: number).intValue
  // Days from 1 January 1970 to the day 0 of either system.
  let origin = countsFrom1904 ? -24107 : serial < 60 ? -25568 : -25569
  if !countsFrom1904, serial == 60 || serial == 0 { return nil }
  return civil(fromDays: serial + origin)
}

/// Howard Hinnant, "chrono-compatible low-level date algorithms" (2013), civil_from_days.
private func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
  let shifted = days + 719_468
  let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
  let dayOfEra = shifted - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let shiftedMonth = (5 * dayOfYear + 2) / 153
  let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
}
