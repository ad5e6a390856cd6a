// Who holds an index for writing, as the lock file says.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace dateline {

/// What a writer notes in the lock file. The first line is for people; the second says which
/// process it is, so that another one can find out if it still runs where the kernel's lock does
/// not show it (file systems without locks, or with locks that other hosts do not see).
[[nodiscard]] std::string lock_note();

/// The line for people: "process 4711 on host since 2001-02-19T10:00:00+0100" (local time).
[[nodiscard]] std::string_view holder_in(std::string_view note) noexcept;

/// Whether a note was written on another host, or before this one was booted.
[[nodiscard]] bool is_of_another_boot(std::string_view note);

/// Whether the writer of a note may still write, as far as one can know who has got the kernel's
/// lock, or who could get none since the file system has none. It does not when the note is this
/// process's own, is empty or cannot be understood; when it was written since this host was booted,
/// and its process has ended; or when it is of another boot, and the lock was to be trusted.
/// @param trusts_lock whether the kernel's lock was got on a file system of this host's own
[[nodiscard]] bool may_be_writing(std::string_view note, bool trusts_lock);

/// Whether flock(2), when it fails with this error, does so since the file system has no locks.
[[nodiscard]] bool has_no_locks(int error) noexcept;

/// Whether locks on this file are seen by all who can reach it: it lies on no network file system.
[[nodiscard]] bool has_trusted_locks(int fd) noexcept;

}  // namespace dateline
