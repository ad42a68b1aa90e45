import Tables

/// What a column of a plain table holds, by its name.
enum ColumnRole {
  case value, period, unit, source, note, qualifier, status, code

  /// `nil` of names that only say what is counted.
  init?(_ name: String) {
    guard let role = Self.words[name.trimmedLowercase] else { return nil }
    self = role
  }

  private static let words: [String: ColumnRole] = {
    let lists: [(ColumnRole, String)] = [
      (
        .value,
        "value, values, amount, figure, number, obs_value, значение, величина, сумма, мәні, мән, шамасы, qiymat, қиймат, qiymati"
      ),
      (
        .period,
        "period, year, years, time, date, month, quarter, time_period, период, год, годы, дата, месяц, квартал, кезең, жыл, жылы, ай, тоқсан, davr, yil, yili, oy, chorak, йил, ой, давр, чорак"
      ),
      (
        .unit,
        "unit, units, unit of measure, measure, unit_measure, единица, единица измерения, ед. изм., ед.изм., өлшем бірлігі, бірлік, birlik, o'lchov birligi, oʻlchov birligi, o‘lchov birligi, ўлчов бирлиги"
      ),
      (.source, "source, sources, источник, источники, дереккөз, дерек көзі, manba, манба"),
      (.note, "note, notes, comment, comments, remark, примечание, примечания, ескерту, izoh, изоҳ"),
      (.qualifier, "qualifier"), (.status, "status"),
      (.code, "id, code, no, no., nr, nr., №, № п/п, #, iso, код, коды, kod, т/р"),
    ]
    return Dictionary(
      lists.flatMap { role, names in names.split(separator: ",").map { ($0.trimmed, role) } },
      uniquingKeysWith: { first, _ in first })
  }()
}
