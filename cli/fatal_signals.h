// Signals that the system sends for what files do.
#pragma once

namespace dateline {

/// From now on a file that was mapped into memory and cannot be read there any more (it was cut
/// short in place, its disk fails: SIGBUS) ends the process with one line on stderr and kIoError;
/// a write beyond the limit of file sizes (SIGXFSZ) and one to a reader that went away (SIGPIPE)
/// are errors of the write. Call it before any thread is started.
void take_fatal_signals() noexcept;

}  // namespace dateline
