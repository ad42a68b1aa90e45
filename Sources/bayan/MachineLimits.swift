import CMalloc
import Diagnostics
import Platform

/// What this program may take of the machine, looked at before anything is begun: libraries that can open no more files,
/// start no more threads or get no more memory end a program by a signal.
enum MachineLimits {
  /// What is too little; `nil` where all is enough.
  static func lack() -> Diagnostic? {
    if let count = allowFiles() {
      return Diagnostic(
        .error, "no more than \(count) files may be open at once, and a build needs more",
        advice: "allow more: ulimit -n 256")
    }
    if let megabytes = tightMemory {
      return Diagnostic(
        .error, "no more than \(megabytes) MB of addresses may be taken, and a build needs more",
        advice: "allow more: ulimit -v unlimited")
    }
    if let count = tooFewThreads {
      return Diagnostic(
        .error, "no more than \(count) threads can be started, and a build needs more",
        advice: "allow more processes and memory: ulimit -u 1000, ulimit -v unlimited")
    }
    return nil
  }

  /// Has the C library take four megabytes more from the system where it runs out, and not the usual eighth of one: of a
  /// build's time a fortieth.
  static func growMemoryInLargeSteps() {
    mallopt(M_TOP_PAD, 4 << 20)
  }

  /// Lets so many files be open at once as a build needs, where that is allowed.
  ///
  /// - Parameter wanted: how many; a server has one for each connection.
  /// - Returns: how many may be, where those are too few.
  @discardableResult
  static func allowFiles(_ wanted: Int = 256) -> Int? {
    let least = 32
    guard var limit = limit(RLIMIT_NOFILE) else { return nil }
    if limit.rlim_cur < wanted {
      limit.rlim_cur = min(limit.rlim_max, rlim_t(wanted))
      _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
    return limit.rlim_cur < least ? Int(limit.rlim_cur) : nil
  }

  /// Megabytes, where those are too few: the program and its libraries are mapped, and each thread has a stack.
  private static var tightMemory: Int? {
    guard let limit = limit(RLIMIT_AS), limit.rlim_cur < 500_000_000 else { return nil }
    return Int(limit.rlim_cur) / 1_000_000
  }

  /// How many more can run at once, where those are too few. Fontconfig is asked in threads too, several for each document
  /// that is being made.
  private static var tooFewThreads: Int? {
    // Whoever may have thousands has these: to try takes a part of the time that a start may take.
    if let limit = limit(__RLIMIT_NPROC), limit.rlim_cur >= 4096 { return nil }
    let wanted = 8 + 4 * min(4, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    // They wait for each other, so that all run at once.
    var gate = pthread_mutex_t()
    return withUnsafeMutablePointer(to: &gate) { gate in
      pthread_mutex_init(gate, nil)
      defer { pthread_mutex_destroy(gate) }
      pthread_mutex_lock(gate)
      var threads: [pthread_t] = []
      while threads.count < wanted {
        var thread = pthread_t()
        let problem = pthread_create(
          &thread, nil,
          { gate in
            let gate = gate?.assumingMemoryBound(to: pthread_mutex_t.self)
            if let gate {
              pthread_mutex_lock(gate)
              pthread_mutex_unlock(gate)
            }
            return nil
          }, gate)
        if problem != 0 { break }
        threads.append(thread)
      }
      pthread_mutex_unlock(gate)
      for thread in threads { pthread_join(thread, nil) }
      return threads.count < wanted ? threads.count : nil
    }
  }

  private static func limit(_ resource: __rlimit_resource) -> rlimit? {
    var limit = rlimit()
    return getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 ? limit : nil
  }
}
