#include "corpus/office/zip_archive.h"

#include <fmt/format.h>
#include <algorithm>

#include "corpus/office/zip_library.h"

namespace dateline {
namespace {

constexpr std::size_t kReadBytes = std::size_t{64} << 10;
constexpr std::size_t kSmallPartBytes = std::size_t{1} << 20;  // whatever its ratio

struct FileClose {
  const ZipLibrary* library;
  void operator()(zip_file_t* file) const noexcept { library->fclose(file); }
};

const ZipLibrary& library_or_refuse(const ReadJob& job) {
  const auto* const library = zip_library();
  if (library == nullptr)
    job.refuse(fmt::format("needs {}, which is not installed", DATELINE_LIBZIP));
  return *library;
}

}  // namespace

void ZipArchive::Close::operator()(zip* archive) const noexcept { library->discard(archive); }

ZipArchive::ZipArchive(std::string_view bytes, const ReadJob& job)
    : job_(job), library_(library_or_refuse(job)), archive_(nullptr, Close{&library_}) {
  zip_error_t error;
  library_.error_init(&error);
  auto* const source = library_.source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) {
    archive_.reset(library_.open_from_source(source, ZIP_RDONLY, &error));
    if (!archive_) library_.source_free(source);
  }
  const std::string reason = archive_ ? "" : library_.error_strerror(&error);
  library_.error_fini(&error);
  if (!archive_) job.refuse("damaged or cut off: no zip archive can be read in it: " + reason);
  const auto entries = library_.get_num_entries(archive_.get(), 0);
  if (entries < 0 || static_cast<std::size_t>(entries) > job.options.limits.max_zip_entries) {
    job.refuse(fmt::format("{} entries in its zip archive, the limit is {}", entries,
                           job.options.limits.max_zip_entries));
  }
}

std::vector<std::string> ZipArchive::names() const {
  std::vector<std::string> names;
  const auto count = library_.get_num_entries(archive_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto* const name = library_.get_name(archive_.get(), static_cast<zip_uint64_t>(i), 0);
    if (name != nullptr) names.emplace_back(name);
  }
  return names;
}

std::optional<std::string> ZipArchive::part(const std::string& name) const {
  zip_stat_t status;
  if (library_.stat(archive_.get(), name.c_str(), 0, &status) != 0) return std::nullopt;
  if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE) {
    job_.refuse("encrypted: needs a password");
  }
  const auto& limits = job_.options.limits;
  const auto stored = std::min<std::uint64_t>(status.comp_size, limits.max_markup_bytes);
  const auto bound = std::min<std::size_t>(
      limits.max_markup_bytes,
      std::max(kSmallPartBytes, static_cast<std::size_t>(stored) * limits.max_expansion));
  const std::unique_ptr<zip_file_t, FileClose> file{
      library_.fopen_index(archive_.get(), status.index, 0), FileClose{&library_}};
  if (!file) job_.refuse(fmt::format("damaged: its part {} cannot be read", name));
  std::string bytes;
  while (true) {
    const auto used = bytes.size();
    bytes.resize(used + kReadBytes);
    const auto count = library_.fread(file.get(), bytes.data() + used, kReadBytes);
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
