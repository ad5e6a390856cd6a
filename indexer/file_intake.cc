#include "indexer/file_intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "index/content_hash.h"
#include "indexer/id_refusal.h"
#include "indexer/sources/plain_id.h"
#include "indexer/sources/source_reader.h"

// Reading a file costs far more than looking at its size and time, so a file whose record says that
// it has not changed is not opened: its articles keep their ids. Two things cannot be decided while
// the files go by. Whether an article is a duplicate depends on whether the other path still has
// it, and that is known only when the batch has seen that path, too: files with duplicates are
// looked at again at the end (settle_duplicates). And a record must not speak of articles that are
// not in force: it waits until all that was handed in before it has been written (PendingRecords).

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShownIdBytes = 60;

}  // namespace

FileIntake::FileIntake(const IndexOptions& options, Batch& batch, const DateFinder& dates,
                       Output output, const std::stop_token& stop)
    : options_(options),
      batch_(batch),
      dates_(dates),
      output_(std::move(output)),
      report_(output_.report),
      progress_(output_.progress),
      stop_(stop),
      published_(options.reading.published ? format_interval(*options.reading.published) : ""),
      how_(options.reading),
      ahead_(how_, dates_, published_, options.threads, stop) {
  how_.use = &use_;
  how_.stop = stop;
}

void FileIntake::look_ahead(const std::vector<SourceFile>& files, std::size_t next) {
  if (files.size() < 2) return;
  for (next_ahead_ = std::max(next_ahead_, next); next_ahead_ < files.size(); ++next_ahead_) {
    const auto& file = files[next_ahead_];
    const auto state = file.is_stream ? std::nullopt : file_state(file.path);
    if (!state || !ReadAhead::suits(file.path, *state)) continue;
    const auto record = batch_.records()->find(file.path.string());
    if (record && !options_.reread && is_known(*record, *state, published_, options_.feed))
      continue;
    if (!ahead_.has_room(state->size_bytes)) return;
    ahead_.begin(file.path, *state);
  }
}

void FileIntake::look_at(const SourceFile& file) {
  const auto state = file.is_stream ? std::nullopt : file_state(file.path);
  const auto record = state ? batch_.records()->find(file.path.string()) : std::nullopt;
  if (!record || options_.reread || !is_known(*record, *state, published_, options_.feed) ||
      !keep(file, *record))
    read(file, record, feed_of(record));
  ++report_.files;
  ++progress_.files_done;
  if (state) bytes_before_ += state->size_bytes;
  progress_.bytes_done = bytes_before_;
  output_.on_progress();
}

// A file of this batch belongs to the feed that was named; without a name, to the one it had.
std::string FileIntake::feed_of(const std::optional<SourceRecord>& before) const {
  return before && options_.feed.empty() ? before->feed : options_.feed;
}

// Takes a file as unchanged without reading it. @return false when it must be read, because another
// file of this batch has come with one of its ids.
bool FileIntake::keep(const SourceFile& file, const SourceRecord& record) {
  auto& identities = batch_.identities();
  const auto is_in_force = [](const SourceArticle& article) {
    return article.is_own() && !article.is_gone;
  };
  for (const auto& article : record.articles) {
    if (is_in_force(article) && identities.seen(article.id)) return false;
  }
  bool has_others = false;
  for (const auto& article : record.articles) {
    has_others = has_others || !article.is_own();
    if (!is_in_force(article)) continue;
    identities.claim(article, record);
    ++report_.unchanged;
    ++progress_.articles;
  }
  bool is_whole = true;
  for (const auto& problem : record.problems) {
    is_whole = is_whole && !problem.skipped;
    // What was mended has been told when the file was read; what is missing still is.
    if (problem.skipped) note({record.path, problem.line, problem.message, true});
  }
  if (is_whole) identities.note_complete(record.path);
  if (has_others) put_off_.push_back({file, record, {}});
  return true;
}

void FileIntake::read(const SourceFile& file, const std::optional<SourceRecord>& before,
                      std::string feed) {
  const auto state = file.is_stream ? std::nullopt : file_state(file.path);
  auto ahead = settling_ ? std::nullopt : ahead_.take(file.path);
  reading_ = {ahead ? std::move(ahead->record)
                    : begin_record(file.is_stream ? fs::path(kStreamPath) : file.path,
                                   state.value_or(FileState{}), published_)};
  auto& record = reading_.record;
  record.feed = std::move(feed);
  if (!record.feed.empty() && before) {
    for (const auto& article : before->articles) reading_.told[article.id] = article.hash;
  }
  const SourceSink sink{
      [&](Article&& article) { take(std::move(article), file); },
      [&](std::size_t line, std::string message, bool skipped) {
        record.problems.push_back({line, message, skipped});
        note({record.path, line, std::move(message), skipped});
      },
      stop_,
      [&](std::uint64_t bytes) {
        reading_.tells_bytes = true;
        show_progress_within(bytes);
      },
  };
  const auto end =
      ahead ? replay(*std::move(ahead), sink) : read_source(file.path, how_, dates_, sink);
  if (end == ReadingEnd::stopped) --report_.files;
  if (end == ReadingEnd::complete && (state || file.is_stream)) finish_record(file, before);
}

// Hands over what a file gave that was read before its turn, as read_source() does.
ReadingEnd FileIntake::replay(ReadFile&& file, const SourceSink& sink) const {
  for (auto& item : file.items) {
    if (auto* const article = std::get_if<Article>(&item)) {
      if (sink.stop.stop_requested()) return ReadingEnd::stopped;
      sink.article(std::move(*article));
    } else {
      auto& problem = std::get<SourceProblem>(item);
      sink.problem(problem.line, std::move(problem.message), problem.skipped);
    }
  }
  return file.end;
}

// Records a file that was read to its end. What it had before and has no more stays recorded until
// it is found elsewhere or pruned.
void FileIntake::finish_record(const SourceFile& file, const std::optional<SourceRecord>& before) {
  auto& record = reading_.record;
  const auto is_skipped = [](const SourceProblem& problem) { return problem.skipped; };
  const bool is_whole = std::none_of(record.problems.begin(), record.problems.end(), is_skipped);
  if (is_whole && !file.is_stream) batch_.identities().note_complete(record.path);
  std::unordered_set<std::string_view> ids;
  for (const auto& article : record.articles) ids.insert(article.id);
  std::vector<SourceArticle> gone;
  for (const auto& article : before ? before->articles : std::vector<SourceArticle>{}) {
    if (article.is_own() && !ids.contains(article.id))
      gone.push_back({article.id, article.hash, false, true});
  }
  record.articles.insert(record.articles.end(), gone.begin(), gone.end());
  if (reading_.has_conflicts) record.is_settled = false;
  const bool is_open = reading_.has_duplicates || !reading_.disputes.empty();
  if (is_open && !settling_) {
    put_off_.push_back({file, record, std::move(reading_.disputes)});
  } else {
    put_record(file, std::move(record));
  }
}

void FileIntake::put_record(const SourceFile& file, SourceRecord&& record) {
  if (file.is_stream) return;
  pending_.put(std::move(record), submitted_);
}

// Now that all files have been seen: do the others still have what duplicates were of?
void FileIntake::settle_put_off() {
  settling_ = true;
  for (auto& put_off : put_off_) {
    if (stop_.stop_requested()) return;
    settle(put_off);
  }
}

void FileIntake::settle(PutOff& put_off) {
  auto& [file, record, disputes] = put_off;
  std::uint64_t copies = 0;
  std::uint64_t superseded = 0;
  bool is_settled = settle_disputes(put_off);
  for (auto& article : record.articles) {
    if (!article.is_own()) {
      (article.is_superseded ? superseded : copies) += 1;
      is_settled = is_settled && (file.is_stream || is_held_elsewhere(article, record.path));
    } else if (!article.is_gone && !record.feed.empty()) {
      // Another file of the feed may have come with a newer one since.
      article.is_superseded = batch_.identities().is_taken(article.id, record.path);
    }
  }
  if (!is_settled) {
    const std::optional<SourceRecord> before(std::move(record));
    read(file, before, before->feed);
    return;
  }
  if (file.is_stream) return;
  report_.duplicates += copies;
  report_.superseded += superseded;
  put_record(file, std::move(record));
}

bool FileIntake::is_held_elsewhere(const SourceArticle& article, const std::string& path) const {
  const auto& identities = batch_.identities();
  if (!article.is_superseded) return identities.is_held(article.id, article.hash, path);
  return identities.is_held(article.id, path);
}

// Tells of each id that still belongs to another source. @return false when one does not.
bool FileIntake::settle_disputes(PutOff& put_off) {
  auto& record = put_off.record;
  bool are_refused = true;
  for (const auto& [id, ordinal, found] : put_off.disputes) {
    const auto reason = id_refusal(standing(id, found), id, batch_.identities());
    are_refused = are_refused && !reason.empty();
    if (reason.empty()) continue;
    record.problems.push_back({ordinal, reason, true});
    record.is_settled = false;
    tell({record.path, ordinal, reason, true});
  }
  return are_refused;
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
  return {std::move(source),
          path,
          std::move(hash),
          !article.id.empty(),
          !article.page_starts.empty(),
          structure_hash(article),
          reading_.record.feed};
}

void FileIntake::take(Article&& article, const SourceFile& file) {
  ++reading_.ordinal;
  ++progress_.articles;
  if (!reading_.tells_bytes) show_progress_within(reading_.bytes + article.text.size());
  article.source_path = reading_.record.path;
  auto found = describe(article, file);
  if (is_duplicate(article, found)) return;
  auto& identities = batch_.identities();
  if (!found.has_id_of_its_own) {
    auto decided = settling_ ? identities.decided(found) : std::nullopt;
    article.id =
        decided ? *decided : identities.id_for(found, wanted_id(file, found.hash), file.root);
  }
  if (!is_plain_id(article.id)) {
    return problem(fmt::format(
        "the id '{}' cannot be used: at most {} bytes, no '#' and no control characters",
        plain_id(article.id.substr(0, kShownIdBytes)), kMaxIdBytes));
  }
  found.is_news = is_news(article.id, found.hash);
  const auto how = standing(article.id, found);
  if (is_in_the_way(how, article.id, found)) return;
  reading_.record.articles.push_back({article.id, found.hash});
  if (how == Standing::free) send(std::move(article), std::move(found), file);
}

// Decides about an article that nothing is in the way of, and sends it on its way.
void FileIntake::send(Article&& article, Found&& found, const SourceFile& file) {
  auto& identities = batch_.identities();
  // An unchanged one of its feed, which now gives way, has been counted.
  if (identities.seen(article.id) && report_.unchanged > 0) --report_.unchanged;
  auto decision = identities.decide(article.id, found);
  auto& counter = counter_of(decision.novelty);
  if (decision.novelty == Novelty::unchanged) {
    ++counter;
    return;
  }
  count_submitted(counter);
  if (decision.left_older) {
    pending_.supersede(std::move(decision.left_path), article.id, submitted_);
  } else if (!decision.left_path.empty()) {
    pending_.drop(std::move(decision.left_path), article.id, submitted_);
  }
  if (!file.is_stream) batch_.note_root(file.root.string());
  output_.submit({std::move(article), std::move(found.source), decision.replaces, std::nullopt,
                  std::move(decision.feed)});
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
  if (counts_others()) ++report_.duplicates;
  return true;
}

// Files with articles that others hold are looked at again, and counted then; a stream is not.
bool FileIntake::counts_others() const {
  return settling_ != (reading_.record.path == kStreamPath);
}

// Whether a file of a feed has this article newly, or in another version than when it was last
// read: then it is an update, wherever the one in force came from.
bool FileIntake::is_news(const std::string& id, const std::string& hash) const {
  const auto told = reading_.told.find(id);
  return told == reading_.told.end() || told->second != hash;
}

Standing FileIntake::standing(const std::string& id, const Found& found) const {
  const auto standing = batch_.identities().standing(id, found);
  return standing == Standing::foreign && options_.take_over ? Standing::free : standing;
}

// Whether an article stays out under this id; records why.
bool FileIntake::is_in_the_way(Standing standing, const std::string& id, const Found& found) {
  auto& record = reading_.record;
  switch (standing) {
    case Standing::free:
    case Standing::decided:
      return false;
    case Standing::superseded:
      record.articles.push_back({id, found.hash, false, false, true});
      reading_.has_duplicates = true;
      if (counts_others()) ++report_.superseded;
      return true;
    case Standing::copy:
      ++report_.duplicates;
      return true;
    case Standing::foreign:
      if (!settling_) {
        reading_.disputes.push_back({id, reading_.ordinal, found});
        return true;
      }
      [[fallthrough]];
    case Standing::came_before:
      reading_.has_conflicts = true;
      problem(id_refusal(standing, id, batch_.identities()));
      return true;
  }
  return false;
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
  tell(std::move(problem));
}

void FileIntake::tell(Problem&& problem) {
  if (problem.skipped) ++progress_.skipped;
  report_.problems.push_back(std::move(problem));
}

// Within a file only the text that was made of it can be counted, and a packed file gives more text
// than it has bytes.
void FileIntake::show_progress_within(std::uint64_t bytes) {
  reading_.bytes = bytes;
  progress_.bytes_done =
      std::max(progress_.bytes_done, bytes_before_ + std::min(bytes, reading_.record.size_bytes));
  output_.on_progress();
}

void FileIntake::read_again(const std::string& path) {
  const auto found = find_source_files({path}, batch_.manifest().roots);
  for (const auto& file : found.files) {
    const auto before = batch_.records()->find(path);
    read(file, before, before ? before->feed : std::string{});
  }
}

}  // namespace dateline
