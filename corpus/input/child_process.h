// Another program, run under limits on untrusted input.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// What a child may take; it is killed at the first of them.
struct ChildLimits {
  std::chrono::seconds max_time{60};                    ///< of the wall clock, and of the CPU
  std::size_t max_memory_bytes = std::size_t{2} << 30;  ///< address space
  std::size_t max_output_bytes = std::size_t{1} << 30;
  std::stop_token stop = {};  ///< a request ends the child within a tenth of a second
};

/// How a child ended by itself.
struct ChildEnd {
  int exit_code = 0;     ///< 128 + signal where one ended it
  std::string messages;  ///< the first kilobytes of its standard error
};

/// A child that could not be started or was killed at a limit; the message is the reason.
class ChildError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Runs `program`, a name without folders that is sought in the system's folders of programs, not
/// in $PATH. It has an empty environment, /dev/null as standard input, no descriptor but kInputFd,
/// writes no core, and dies with the thread that started it. A sandbox (sandbox.h) keeps it from
/// all
/// files but the system's libraries and fonts, from the network and from other processes, as far as
/// the kernel has the means. The calling thread waits.
/// @param input becomes the child's descriptor kInputFd: "/proc/self/fd/3" is its name there. Read
/// from a memory file, so that no path of the user's is ever an argument.
/// @param take receives the child's standard output in pieces as they come.
/// @throws ChildError; what `take` throws passes through, and the child is killed.
ChildEnd run_child(const std::string& program, const std::vector<std::string>& arguments,
                   std::string_view input, const ChildLimits& limits,
                   const std::function<void(std::string_view)>& take);

inline constexpr int kInputFd = 3;

}  // namespace dateline
