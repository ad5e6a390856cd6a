#include "index/source_records.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <charconv>

#include "index/error.h"
#include "index/glass_table.h"
#include "index/hex_hash.h"
#include "index/index_file.h"
#include "index/varint.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kPlainFormat = 1;  // of a file that belongs to no feed
constexpr std::uint64_t kFeedFormat = 2;   // its feed's name at the end
constexpr std::size_t kMaxKeyBytes = 200;  // of what Xapian's 245 leave
constexpr const char* kGenerationKey = "generation";
constexpr const char* kDuplicatesKey = "duplicates";
constexpr int kFlags = Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST | Xapian::DB_BACKEND_GLASS;
constexpr std::string_view kMetadata("\0\xC0", 2);  // before a key, in Xapian's table
constexpr char kFileKey = 'F';
constexpr char kOthersKey = 'D';

// Keys keep the order of paths as far as they go; the hash distinguishes paths that are longer.
std::string key_of(char kind, std::string_view name) {
  std::string key(1, kind);
  key += name.substr(0, kMaxKeyBytes);
  if (name.size() > kMaxKeyBytes) key += hex_hash(name);
  return key;
}

std::uint64_t number_in(const std::string& text) {
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void append_text(std::string& out, std::string_view text) {
  append_varint(out, text.size());
  out += text;
}

// Reads what append_varint and append_text wrote; once something does not fit, ok() stays false.
class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : at_(bytes.data()), end_(at_ + bytes.size()) {}
  std::uint64_t number() {
    std::uint64_t value = 0;
    if (read_varint(at_, end_, value)) return value;
    ok_ = false;
    return 0;
  }
  std::string text() {
    const auto size = number();
    if (!ok_ || size > static_cast<std::uint64_t>(end_ - at_)) {
      ok_ = false;
      return {};
    }
    const auto* const begin = at_;
    at_ += size;
    return {begin, at_};
  }
  [[nodiscard]] bool ok() const noexcept { return ok_; }
  [[nodiscard]] bool at_end() const noexcept { return at_ == end_; }

 private:
  const char* at_;
  const char* end_;
  bool ok_ = true;
};

std::string encode(const SourceRecord& record) {
  std::string body;
  append_varint(body, record.feed.empty() ? kPlainFormat : kFeedFormat);
  append_text(body, record.path);
  append_varint(body, record.size_bytes);
  append_varint(body, static_cast<std::uint64_t>(record.modified_ns));
  append_varint(body, record.is_settled ? 1 : 0);
  append_varint(body, record.reader);
  append_text(body, record.published);
  append_varint(body, record.articles.size());
  for (const auto& article : record.articles) {
    append_text(body, article.id);
    append_text(body, article.hash);
    append_varint(body, (article.is_duplicate ? 1U : 0U) | (article.is_gone ? 2U : 0U) |
                            (article.is_superseded ? 4U : 0U));
  }
  append_varint(body, record.problems.size());
  for (const auto& problem : record.problems) {
    append_varint(body, problem.line);
    append_text(body, problem.message);
    append_varint(body, problem.skipped ? 1 : 0);
  }
  if (!record.feed.empty()) append_text(body, record.feed);
  return hex_hash(body) + body;
}

std::optional<SourceRecord> decode(std::string_view value) {
  constexpr std::size_t kHashBytes = 16;
  if (value.size() < kHashBytes ||
      hex_hash(value.substr(kHashBytes)) != value.substr(0, kHashBytes))
    return std::nullopt;
  Decoder in(value.substr(kHashBytes));
  const auto format = in.number();
  if (format != kPlainFormat && format != kFeedFormat) return std::nullopt;
  SourceRecord record;
  record.path = in.text();
  record.size_bytes = in.number();
  record.modified_ns = static_cast<std::int64_t>(in.number());
  record.is_settled = in.number() != 0;
  record.reader = in.number();
  record.published = in.text();
  for (auto left = in.number(); in.ok() && left > 0; --left) {
    SourceArticle article{in.text(), in.text()};
    const auto flags = in.number();
    article.is_duplicate = (flags & 1U) != 0;
    article.is_gone = (flags & 2U) != 0;
    article.is_superseded = (flags & 4U) != 0;
    record.articles.push_back(std::move(article));
  }
  for (auto left = in.number(); in.ok() && left > 0; --left) {
    SourceProblem problem;
    problem.line = in.number();
    problem.message = in.text();
    problem.skipped = in.number() != 0;
    record.problems.push_back(std::move(problem));
  }
  if (format == kFeedFormat) record.feed = in.text();
  if (!in.ok() || !in.at_end()) return std::nullopt;
  return record;
}

bool is_at_or_below(std::string_view path, std::string_view directory) {
  if (directory.empty()) return true;
  if (!path.starts_with(directory)) return false;
  return path.size() == directory.size() || directory.back() == '/' ||
         path[directory.size()] == '/';
}

std::vector<std::string> paths_in(const std::string& value) {
  std::vector<std::string> paths;
  Decoder in(value);
  while (!in.at_end() && in.ok()) paths.push_back(in.text());
  return paths;
}

// What `read` reads from the records' folder, which somebody else may be writing; nullopt when that
// fails.
template <typename Read>
auto of_records(const fs::path& index, Read read) -> decltype(read(index)) {
  try {
    check_plain_files(index / "sources", OtherNames::allowed);
    return read(index / "sources");
  } catch (const IndexError&) {
    return std::nullopt;
  } catch (const Xapian::Error&) {
    return std::nullopt;
  }
}

}  // namespace

SourceRecords::SourceRecords(const fs::path& index) : directory_(index / "sources") {
  std::error_code error;
  if (fs::symlink_status(directory_, error).type() == fs::file_type::not_found) return;
  try {
    check_plain_files(directory_, OtherNames::refused);  // they are written in place
    GlassTable(directory_, GlassUse::writing).check_all();
    database_ =
        std::make_unique<Xapian::WritableDatabase>(directory_.string(), Xapian::DB_OPEN | kFlags);
    database_->begin_transaction();  // else leaving without commit() would commit
  } catch (const IndexError& refused) {
    pass_over_damage(refused);
    fs::remove_all(directory_, error);
  } catch (const Xapian::Error&) {
    database_.reset();
    fs::remove_all(directory_, error);
  }
}

SourceRecords::~SourceRecords() = default;

bool SourceRecords::open_for_writing() noexcept {
  if (failed_) return false;
  if (database_) return true;
  try {
    database_ = std::make_unique<Xapian::WritableDatabase>(directory_.string(),
                                                           Xapian::DB_CREATE_OR_OVERWRITE | kFlags);
    database_->begin_transaction();
    return true;
  } catch (const Xapian::Error&) {
    give_up();
    return false;
  }
}

void SourceRecords::give_up() noexcept {
  failed_ = true;
  database_.reset();
  std::error_code ignored;
  fs::remove_all(directory_, ignored);
}

std::string SourceRecords::get(const std::string& key) const {
  if (!database_) return {};
  try {
    return database_->get_metadata(key);
  } catch (const Xapian::Error&) {
    return {};
  }
}

void SourceRecords::set(const std::string& key, const std::string& value) {
  if (!open_for_writing()) return;
  try {
    database_->set_metadata(key, value);
    changed_ = true;
  } catch (const Xapian::Error&) {
    give_up();
  }
}

std::uint64_t SourceRecords::generation() const { return number_in(get(kGenerationKey)); }

std::uint64_t SourceRecords::duplicates() const { return number_in(get(kDuplicatesKey)); }

std::optional<SourceRecord> SourceRecords::find(std::string_view path) const {
  auto record = decode(get(key_of(kFileKey, path)));
  if (record && record->path != path) record.reset();
  return record;
}

std::vector<SourceRecord> SourceRecords::below(std::string_view directory) const {
  std::vector<SourceRecord> records;
  if (!database_) return records;
  try {
    const auto prefix = std::string(1, kFileKey) + std::string(directory.substr(0, kMaxKeyBytes));
    const auto end = database_->metadata_keys_end(prefix);
    for (auto key = database_->metadata_keys_begin(prefix); key != end; ++key) {
      auto record = decode(database_->get_metadata(*key));
      if (record && is_at_or_below(record->path, directory)) records.push_back(std::move(*record));
    }
  } catch (const Xapian::Error&) {
    records.clear();
  }
  return records;
}

std::vector<std::string> SourceRecords::other_paths(std::string_view id) const {
  return paths_in(get(key_of(kOthersKey, id)));
}

void SourceRecords::index_duplicates(const SourceRecord& record, bool present) {
  auto count = duplicates();
  const auto before = count;
  for (const auto& article : record.articles) {
    if (article.is_own()) continue;
    auto paths = other_paths(article.id);
    const bool was_there = std::erase(paths, record.path) > 0;
    if (was_there && article.is_duplicate && count > 0) --count;
    if (present) {
      paths.push_back(record.path);
      if (article.is_duplicate) ++count;
    }
    std::string value;
    for (const auto& path : paths) append_text(value, path);
    set(key_of(kOthersKey, article.id), value);
  }
  if (count != before) set(kDuplicatesKey, std::to_string(count));
}

void SourceRecords::put(const SourceRecord& record) {
  const auto old = find(record.path);
  if (old == record) return;
  if (old) index_duplicates(*old, false);
  set(key_of(kFileKey, record.path), encode(record));
  index_duplicates(record, true);
}

void SourceRecords::erase(const std::string& path) {
  if (const auto old = find(path)) index_duplicates(*old, false);
  set(key_of(kFileKey, path), {});
}

void SourceRecords::drop(const std::string& path, const std::string& id) {
  auto record = find(path);
  if (!record) return;
  const auto dropped = std::find_if(record->articles.begin(), record->articles.end(),
                                    [&](const SourceArticle& article) { return article.id == id; });
  if (dropped == record->articles.end()) return;
  // What the file still has comes back when it is read again.
  if (!dropped->is_gone) record->is_settled = false;
  record->articles.erase(dropped);
  if (record->articles.empty()) {
    erase(path);
  } else {
    put(*record);
  }
}

void SourceRecords::supersede(const std::string& path, const std::string& id) {
  auto record = find(path);
  if (!record) return;
  for (auto& article : record->articles) {
    if (article.id == id && article.is_own()) article.is_superseded = true;
  }
  put(*record);
}

void SourceRecords::commit(std::uint64_t generation) {
  if (!changed_ && this->generation() == generation) return;
  set(kGenerationKey, std::to_string(generation));
  if (failed_ || !database_) return;
  try {
    database_->commit_transaction();
    database_->begin_transaction();
    changed_ = false;
  } catch (const Xapian::Error&) {
    give_up();
  }
}

std::optional<std::vector<SourceRecord>> recorded_files(const fs::path& index) {
  return of_records(index, [](const fs::path& directory) {
    std::error_code error;
    std::uint64_t bytes = 0;
    std::optional<std::vector<SourceRecord>> records;
    for (const auto& file : fs::directory_iterator(directory, error)) {
      bytes += file.file_size(error);
      if (error || bytes > kMaxRecordsShown) return records;
    }
    GlassTable(directory).check_all();
    const Xapian::Database database(directory.string(), Xapian::DB_BACKEND_GLASS);
    records.emplace();
    const std::string prefix(1, kFileKey);
    const auto end = database.metadata_keys_end(prefix);
    for (auto key = database.metadata_keys_begin(prefix); key != end; ++key) {
      if (auto record = decode(database.get_metadata(*key))) records->push_back(std::move(*record));
    }
    return records;
  });
}

std::optional<std::uint64_t> recorded_duplicates(const fs::path& index) {
  return of_records(index, [](const fs::path& directory) -> std::optional<std::uint64_t> {
    GlassTable(directory).check_value(std::string(kMetadata) + kDuplicatesKey);
    const Xapian::Database database(directory.string(), Xapian::DB_BACKEND_GLASS);
    return number_in(database.get_metadata(kDuplicatesKey));
  });
}

}  // namespace dateline
