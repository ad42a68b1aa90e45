import CPango

/// What may happen between two bytes of a paragraph's text.
enum Opportunity: UInt8 {
  /// Inside a character or a cluster that is one to the reader.
  case none
  /// Between clusters: broken only where nothing else helps.
  case cluster
  /// A break that the Unicode standard allows and a typographer does not: before the unit of a number.
  case joined
  /// A line may end here as it stands.
  case plain
  /// A line may end here with a hyphen added.
  case hyphen
  /// A line must end here.
  case forced
}

/// Second stage: where lines may end, a value for each byte of the text and one for its end (the break lies
/// before the byte). After Unicode Standard Annex 14, by Pango, and the controls that stood in the text.
func opportunities(_ text: CollectedText, language: String) -> [Opportunity] {
  var result = [Opportunity](repeating: .none, count: text.bytes.count + 1)
  guard !text.scalars.isEmpty else { return result }
  var attributes = [PangoLogAttr](repeating: PangoLogAttr(), count: text.scalars.count + 1)
  text.bytes.withUnsafeBytes { buffer in
    pango_get_log_attrs(
      buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), -1,
      pango_language_from_string(language), &attributes, Int32(attributes.count))
  }
  for index in 1..<text.scalars.count {
    let attribute = attributes[index]
    let before = text.scalars[index - 1]
    result[text.offsets[index]] =
      before == 0x0A
      ? .forced
      : attribute.is_line_break != 0
        ? .plain
        : attribute.is_cursor_position == 0 ? .none : before == 0xA0 || before == 0x202F ? .joined : .cluster
  }
  for (index, control) in text.controls where index > 0 && index < text.scalars.count {
    let place = text.offsets[index]
    guard result[place] != .forced else { continue }
    switch control {
    case .softHyphen: result[place] = .hyphen
    case .breakHere: result[place] = .plain
    case .noBreak: result[place] = .joined
    }
  }
  return result
}
