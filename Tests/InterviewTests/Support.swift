import Diagnostics
import Foundation
import Interview
import TestSupport

func seed() throws -> Transcript {
  try Transcript.read(contents("seeds/kazakh-uzbek/transcript.txt"), file: "transcript.txt")
}

func read(_ text: String) throws -> Transcript {
  try Transcript.read(text, file: "talk.txt")
}

/// What reading a text reports, as printed.
func report(_ text: String) -> String {
  do {
    _ = try read(text)
    return "no error"
  } catch {
    return "\(error)"
  }
}
