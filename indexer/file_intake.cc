#include "indexer/file_intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "index/content_hash.h"
#include "indexer/sources/plain_id.h"
#include "indexer/sources/source_reader.h"

namespace dateline {
namespace {

constexpr std::size_t kShownIdBytes = 60;

}  // namespace

FileIntake::FileIntake(const IndexOptions& options, Batch& batch, const DateFinder& dates,
                       Output output, IndexReport& report, IndexProgress& progress,
                       const std::stop_token& stop)
    : options_(options),
      batch_(batch),
      dates_(dates),
      output_(std::move(output)),
      report_(report),
      progress_(progress),
      stop_(stop),
      published_(options.reading.published ? format_interval(*options.reading.published) : ""),
      how_(options.reading) {
  how_.use = &use_;
  how_.stop = stop;
}

void FileIntake::look_at(const SourceFile& file) {
  const auto state = file.is_stream ? std::nullopt : file_state(file.path);
  const auto record = state ? batch_.records()->find(file.path.string()) : std::nullopt;
  if (!record || options_.reread || !is_known(*record, *state, published_) || !keep(file, *record))
    read(file, state, record);
  ++report_.files;
  ++progress_.files_done;
  if (state) bytes_before_ += state->size_bytes;
  progress_.bytes_done = bytes_before_;
  output_.on_progress();
}

// Takes a file as unchanged without reading it. @return false when it must be read, because another
// file of this batch has come with one of its ids.
bool FileIntake::keep(const SourceFile& file, const SourceRecord& record) {
  auto& identities = batch_.identities();
  const auto is_own = [](const SourceArticle& article) {
    return !article.is_duplicate && !article.is_gone;
  };
  for (const auto& article : record.articles) {
    if (is_own(article) && identities.seen(article.id)) return false;
  }
  bool has_duplicates = false;
  for (const auto& article : record.articles) {
    has_duplicates = has_duplicates || article.is_duplicate;
    if (!is_own(article)) continue;
    identities.claim(article.id, article.hash, record.path);
    ++report_.unchanged;
    ++progress_.articles;
  }
  bool is_whole = true;
  for (const auto& problem : record.problems) {
    is_whole = is_whole && !problem.skipped;
    note({record.path, problem.line, problem.message, problem.skipped});
  }
  if (is_whole) identities.note_complete(record.path);
  if (has_duplicates) duplicates_.push_back({file, record});
  return true;
}

void FileIntake::read(const SourceFile& file, const std::optional<FileState>& state,
                      const std::optional<SourceRecord>& before) {
  reading_ = {
      begin_record(file.is_stream ? "-" : file.path, state.value_or(FileState{}), published_)};
  auto& record = reading_.record;
  const SourceSink sink{
      [&](Article&& article) { take(std::move(article), file); },
      [&](std::size_t line, std::string message, bool skipped) {
        record.problems.push_back({line, message, skipped});
        note({record.path, line, std::move(message), skipped});
      },
      stop_,
  };
  const auto end = read_source(file.path, how_, dates_, sink);
  if (end == ReadingEnd::stopped) --report_.files;
  if (end == ReadingEnd::complete && state) finish_record(file, before);
}

// Records a file that was read to its end. What it had before and has no more stays recorded until
// it is found elsewhere or pruned.
void FileIntake::finish_record(const SourceFile& file, const std::optional<SourceRecord>& before) {
  auto& record = reading_.record;
  const auto is_skipped = [](const SourceProblem& problem) { return problem.skipped; };
  if (std::none_of(record.problems.begin(), record.problems.end(), is_skipped))
    batch_.identities().note_complete(record.path);
  std::unordered_set<std::string_view> ids;
  for (const auto& article : record.articles) ids.insert(article.id);
  std::vector<SourceArticle> gone;
  for (const auto& article : before ? before->articles : std::vector<SourceArticle>{}) {
    if (!article.is_duplicate && !ids.contains(article.id))
      gone.push_back({article.id, article.hash, false, true});
  }
  record.articles.insert(record.articles.end(), gone.begin(), gone.end());
  if (reading_.has_conflicts) record.is_settled = false;
  if (reading_.has_duplicates && !settling_) {
    duplicates_.push_back({file, record});
  } else {
    pending_.put(std::move(record), submitted_);
  }
}

// Now that all files have been seen: do the others still have what duplicates were of?
void FileIntake::settle_duplicates() {
  settling_ = true;
  for (auto& [file, record] : duplicates_) {
    if (stop_.stop_requested()) return;
    std::uint64_t held = 0;
    const bool all_held = std::all_of(
        record.articles.begin(), record.articles.end(), [&](const SourceArticle& article) {
          held += article.is_duplicate ? 1U : 0U;
          return !article.is_duplicate ||
                 batch_.identities().is_held(article.id, article.hash, record.path);
        });
    if (all_held) {
      report_.duplicates += held;
      pending_.put(std::move(record), submitted_);
    } else {
      read(file, file_state(file.path), record);
    }
  }
}

// The id of an article whose file names none is its path below the root, and its number where the
// file holds several.
std::string FileIntake::wanted_id(const SourceFile& file, const std::string& hash) const {
  if (file.is_stream) return fmt::format("stdin-{}", hash);
  auto id = plain_id(file.path.lexically_relative(file.root).generic_string());
  if (reading_.ordinal > 1) id += fmt::format(":{}", reading_.ordinal);
  return id;
}

Found FileIntake::describe(const Article& article, const SourceFile& file) const {
  const auto& path = reading_.record.path;
  auto hash = content_hash(article);
  auto source = file.is_stream ? source_key(path + hash, 1) : source_key(path, reading_.ordinal);
  return {std::move(source), path, std::move(hash), !article.id.empty(),
          !article.page_starts.empty()};
}

void FileIntake::take(Article&& article, const SourceFile& file) {
  ++reading_.ordinal;
  ++progress_.articles;
  show_progress_within(article.text.size());
  article.source_path = reading_.record.path;
  auto found = describe(article, file);
  if (is_duplicate(article, found)) return;
  auto& identities = batch_.identities();
  if (!found.has_id_of_its_own) {
    auto decided = settling_ ? identities.decided(found) : std::nullopt;
    article.id =
        decided ? *decided : identities.id_for(found, wanted_id(file, found.hash), file.root);
  }
  if (const auto reason = refusal(article.id, found); !reason.empty()) return problem(reason);
  reading_.record.articles.push_back({article.id, found.hash});
  if (identities.seen(article.id)) return;
  auto decision = identities.decide(article.id, found);
  auto& counter = counter_of(decision.novelty);
  if (decision.novelty == Novelty::unchanged) {
    ++counter;
    return;
  }
  count_submitted(counter);
  if (!decision.left_path.empty())
    pending_.drop(std::move(decision.left_path), article.id, submitted_);
  if (!file.is_stream) batch_.note_root(file.root.string());
  output_.submit({std::move(article), std::move(found.source), decision.replaces, std::nullopt});
}

// Whether another path has this article already; records that.
bool FileIntake::is_duplicate(const Article& article, const Found& found) {
  auto& identities = batch_.identities();
  std::optional<std::string> id;
  if (!found.has_id_of_its_own) {
    if (!settling_ || !identities.decided(found)) id = identities.duplicate_of(found);
  } else if (identities.is_held(article.id, found.hash, found.path)) {
    id = article.id;
  }
  if (!id) return false;
  reading_.has_duplicates = true;
  reading_.record.articles.push_back({*id, found.hash, true});
  if (settling_ || found.path == "-") ++report_.duplicates;
  return true;
}

// Why an article cannot be indexed under this id; empty: it can, or has been.
std::string FileIntake::refusal(const std::string& id, const Found& found) {
  if (!is_plain_id(id)) {
    return fmt::format(
        "the id '{}' cannot be used: at most {} bytes, no '#' and no control characters",
        plain_id(id.substr(0, kShownIdBytes)), kMaxIdBytes);
  }
  if (!batch_.seen(id) || batch_.identities().seen(id, found)) return {};
  reading_.has_conflicts = true;
  return fmt::format("the id '{}' came before in this batch; the first article keeps it", id);
}

std::uint64_t& FileIntake::counter_of(Novelty novelty) {
  switch (novelty) {
    case Novelty::added:
      return report_.added;
    case Novelty::replaced:
      return report_.replaced;
    case Novelty::moved:
      return report_.moved;
    case Novelty::unchanged:
      break;
  }
  return report_.unchanged;
}

void FileIntake::count_submitted(std::uint64_t& counter) {
  ++counter;
  ++submitted_;
  unwritten_.push_back(&counter);
}

void FileIntake::uncount_unwritten() {
  for (auto* counter : unwritten_) --*counter;
  unwritten_.clear();
}

void FileIntake::problem(std::string message) {
  reading_.record.problems.push_back({reading_.ordinal, message, true});
  note({reading_.record.path, reading_.ordinal, std::move(message), true});
}

// A file that is read for the second time has had its problems reported.
void FileIntake::note(Problem&& problem) {
  if (settling_ && !problem.path.empty() && problem.path == reading_.record.path) return;
  if (problem.skipped) ++progress_.skipped;
  report_.problems.push_back(std::move(problem));
}

// Within a file only what was made of it can be counted; of a packed one that is more than it has.
void FileIntake::show_progress_within(std::uint64_t text_bytes) {
  reading_.text_bytes += text_bytes;
  progress_.bytes_done =
      std::max(progress_.bytes_done,
               bytes_before_ + std::min(reading_.text_bytes, reading_.record.size_bytes));
  output_.on_progress();
}

void FileIntake::read_again(const std::string& path) {
  const auto found = find_source_files({path}, batch_.manifest().roots);
  for (const auto& file : found.files)
    read(file, file_state(file.path), batch_.records()->find(path));
}

}  // namespace dateline
