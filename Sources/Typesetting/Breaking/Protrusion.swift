/// How far a mark hangs into the margin when it begins or ends a line, as a share of its width.
///
/// The amounts are those of microtype's default set (microtype.cfg, T1-default, in its thousandths); letters,
/// whose 50 thousandths nobody sees, are left out.
func protrusion(_ scalar: UInt32) -> (left: Double, right: Double) {
  switch scalar {
  case 0x2E: (0, 0.7)  // .
  case 0x2C: (0, 0.5)  // ,
  case 0x3A: (0, 0.5)  // :
  case 0x3B: (0, 0.3)  // ;
  case 0x21, 0x3F: (0, 0.1)  // ! ?
  case 0x2D, 0x2010, 0x2011: (0, 0.5)  // hyphens
  case 0x2013: (0.2, 0.2)  // –
  case 0x2014: (0.15, 0.15)  // —
  case 0x28, 0x5B: (0.1, 0)  // ( [
  case 0x29, 0x5D: (0, 0.2)  // ) ]
  case 0x27, 0x2018, 0x2019: (0.3, 0.4)  // single quotes
  case 0x22, 0x201C, 0x201D: (0.3, 0.3)  // double quotes
  case 0xAB, 0xBB, 0x2039, 0x203A: (0.2, 0.2)  // guillemets
  case 0x2026: (0, 0.2)  // …
  default: (0, 0)
  }
}
