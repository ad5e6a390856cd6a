#include "corpus/office/zip_archive.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>

namespace dateline {
namespace {

constexpr std::size_t kReadBytes = std::size_t{64} << 10;
constexpr std::size_t kSmallPartBytes = std::size_t{1} << 20;  // whatever its ratio

struct FileClose {
  void operator()(zip_file_t* file) const noexcept { ::zip_fclose(file); }
};

}  // namespace

void ZipArchive::Close::operator()(zip* archive) const noexcept { ::zip_discard(archive); }

ZipArchive::ZipArchive(std::string_view bytes, const ReadJob& job) : job_(job) {
  zip_error_t error;
  ::zip_error_init(&error);
  auto* const source = ::zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) {
    archive_.reset(::zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!archive_) ::zip_source_free(source);
  }
  const std::string reason = archive_ ? "" : ::zip_error_strerror(&error);
  ::zip_error_fini(&error);
  if (!archive_) job.refuse("damaged or cut off: no zip archive can be read in it: " + reason);
  const auto entries = ::zip_get_num_entries(archive_.get(), 0);
  if (entries < 0 || static_cast<std::size_t>(entries) > job.options.limits.max_zip_entries) {
    job.refuse(fmt::format("{} entries in its zip archive, the limit is {}", entries,
                           job.options.limits.max_zip_entries));
  }
}

bool ZipArchive::has(const std::string& name) const {
  return ::zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

std::optional<std::string> ZipArchive::part(const std::string& name) const {
  zip_stat_t status;
  if (::zip_stat(archive_.get(), name.c_str(), 0, &status) != 0) return std::nullopt;
  if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE) {
    job_.refuse("encrypted: needs a password");
  }
  const auto& limits = job_.options.limits;
  const auto stored = std::min<std::uint64_t>(status.comp_size, limits.max_markup_bytes);
  const auto bound = std::min<std::size_t>(
      limits.max_markup_bytes,
      std::max(kSmallPartBytes, static_cast<std::size_t>(stored) * limits.max_expansion));
  const std::unique_ptr<zip_file_t, FileClose> file{
      ::zip_fopen_index(archive_.get(), status.index, 0)};
  if (!file) job_.refuse(fmt::format("damaged: its part {} cannot be read", name));
  std::string bytes;
  while (true) {
    const auto used = bytes.size();
    bytes.resize(used + kReadBytes);
    const auto count = ::zip_fread(file.get(), bytes.data() + used, kReadBytes);
    if (count < 0) job_.refuse(fmt::format("damaged: its part {} cannot be read", name));
    bytes.resize(used + static_cast<std::size_t>(count));
    if (count == 0) return bytes;
    if (bytes.size() > bound) {
      job_.refuse(
          fmt::format("its part {} inflates beyond {} bytes, the limit for its size; "
                      "a zip bomb?",
                      name, bound));
    }
  }
}

}  // namespace dateline
