#include "cluster/store/publisher.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <utility>

#include "cluster/documents/document_reader.h"
#include "cluster/http/cluster_error.h"
#include "cluster/store/cluster_state.h"
#include "cluster/store/document_sender.h"
#include "cluster/store/marking.h"
#include "cluster/store/state_note.h"
#include "cluster/store/store_lock.h"
#include "cluster/store/target_indices.h"
#include "searcher/match/search_stop.h"

namespace dateline {
namespace {

constexpr std::array kBothKinds{DocumentKind::article, DocumentKind::event};
// From so many articles on, an archive more than half of which changes is written anew: to change a
// document costs the cluster as much as to add one, and then it has to be deleted.
constexpr std::uint64_t kLargeArchive = 1'000;

std::optional<ClusterState> state_if_there(StoreClient& client) {
  return client.patiently([&]() -> std::optional<ClusterState> {
    try {
      return read_state(client.http());
    } catch (const ClusterError& error) {
      if (error.cause() != ClusterFault::absent) throw;
      return std::nullopt;
    }
  });
}

bool is_same_but_time(StoredNote a, const StoredNote& b) {
  a.written_at = b.written_at;
  return a == b;
}

// The archive must be this working copy's.
void check_owner(StoreClient& client, const ClusterState& state, const std::string& copy_id,
                 const PublishOptions& options) {
  const auto refuse = [&client](const std::string& message) {
    throw ClusterError(ClusterFault::wrong, client.address().url(), message);
  };
  if (state.schema > kDocumentSchema) {
    refuse(fmt::format("a newer program wrote it (schema {}, this one writes {}): install that one",
                       state.schema, kDocumentSchema));
  }
  const auto& owner = state.note;
  if (options.replaces_other || owner.copy_id.empty() || owner.copy_id == copy_id) return;
  const auto articles = count_documents(client, alias_of(client.address(), DocumentKind::article),
                                        R"({"match_all":{}})");
  if (articles == 0) return;
  refuse(fmt::format(
      "its {} articles were written from another working copy, {}: index there, or name that copy "
      "with --index; --replace-archive makes the archive equal to {}, and drops the rest",
      articles, owner.copy_place, options.copy_place));
}

// One publication, under the archive's lock.
class Publication {
 public:
  Publication(StoreClient& client, StoreLock& lock, const Snapshot& snapshot,
              const PublishOptions& options)
      : client_(client),
        lock_(lock),
        snapshot_(snapshot),
        options_(options),
        reader_(snapshot),
        state_(state_if_there(client)) {}

  void run(PublishReport& report);

 private:
  [[nodiscard]] std::uint64_t in_force() const noexcept { return state_ ? state_->generation : 0; }
  [[nodiscard]] StoredNote note() const;
  [[nodiscard]] MappingChoices choices() const;
  [[nodiscard]] bool must_be_new(const MappingChoices& choices) const;
  void choose_target();
  [[nodiscard]] Difference compare() const;
  void clear_leftovers(const Difference& found) const;
  void send(const Difference& found, PublishReport& report);
  void leave_out_refused(Difference& found, PublishReport& report);
  void check_counts(const PublishReport& report) const;
  void put_in_force();
  void tidy_up() const;
  void finish_unchanged() const;
  void set_replicas() const;

  StoreClient& client_;
  StoreLock& lock_;
  const Snapshot& snapshot_;
  const PublishOptions& options_;
  DocumentReader reader_;
  std::optional<ClusterState> state_;
  TargetIndices target_;
  std::uint64_t generation_ = 0;  // that is being written
  std::map<std::string, std::string> refused_;
  std::int64_t articles_due_ = 0;
  std::int64_t events_due_ = 0;
};

StoredNote Publication::note() const {
  const auto& manifest = snapshot_.manifest();
  StoredNote note;
  note.copy_id = manifest.id;
  note.copy_place = options_.copy_place;
  note.extractor = manifest.extractor;
  note.names = manifest.names;
  note.roots = manifest.roots;
  note.written_at = std::chrono::system_clock::now();
  return note;
}

MappingChoices Publication::choices() const {
  MappingChoices choices;
  choices.analyzer = reader_.analyzer();
  choices.language = snapshot_.manifest().language;
  if (state_) {
    choices.shards = state_->articles.shards;
    choices.replicas = state_->articles.replicas;
  } else if (!options_.replicas) {
    choices.replicas = usual_replicas(client_);
  }
  choices.shards = options_.shards.value_or(choices.shards);
  choices.replicas = options_.replicas.value_or(choices.replicas);
  return choices;
}

bool Publication::must_be_new(const MappingChoices& choices) const {
  return options_.anew || !state_ || state_->schema != kDocumentSchema ||
         state_->analyzer != choices.analyzer || state_->language != choices.language ||
         state_->articles.shards != choices.shards ||
         state_->articles.number != state_->events.number;
}

void Publication::choose_target() {
  const auto wanted = choices();
  if (!must_be_new(wanted)) {
    target_ = indices_of_number(client_.address(), state_->articles.number);
    return;
  }
  const auto last = state_ ? std::max(state_->articles.number, state_->events.number) : 0U;
  target_ = prepare_new(client_, last + 1, wanted);
}

Difference Publication::compare() const {
  for (const auto kind : kBothKinds)
    client_.ask(HttpMethod::post, fmt::format("/{}/_refresh", target_.of(kind)), {},
                "comparing with what is there");
  // In new indices nothing is in force yet, whatever its generation.
  const auto base = target_.is_new ? 0 : in_force();
  StoredArticles stored(client_, target_.articles, base);
  return difference(snapshot_, base, left_events(client_, target_.events, base),
                    [&stored] { return stored.next(); });
}

void Publication::clear_leftovers(const Difference& found) const {
  for (const auto kind : kBothKinds) delete_versions(client_, target_.of(kind), found.to_delete);
  const auto base = target_.is_new ? 0 : in_force();
  // In the reverse order of marking: what is marked among the events is so among the articles.
  unmark_removed(client_, target_.events, found.to_restore, base);
  unmark_removed(client_, target_.articles, found.to_restore, base);
}

void Publication::send(const Difference& found, PublishReport& report) {
  DocumentSender sender(client_, target_, reader_, generation_);
  PublishProgress progress;
  progress.to_send = found.to_send.size();
  for (const auto& place : found.to_send) {
    const auto& segment = snapshot_.segment(place.segment);
    const auto events = segment.events_of(place.ordinal);
    sender.add(place, events);
    ++report.sent;
    report.sent_events += events.end - events.begin;
    ++progress.sent;
    if (options_.progress) options_.progress(progress);
  }
  sender.finish();
  refused_ = sender.refused();
  for (const auto kind : kBothKinds)
    client_.ask(HttpMethod::post, fmt::format("/{}/_refresh", target_.of(kind)), {},
                "making what was written visible");
}

// What stood under the id of a refused article stays, and so does all of it.
void Publication::leave_out_refused(Difference& found, PublishReport& report) {
  articles_due_ = static_cast<std::int64_t>(snapshot_.live_count(DocumentKind::article));
  events_due_ = static_cast<std::int64_t>(snapshot_.live_count(DocumentKind::event));
  if (refused_.empty()) return;
  std::vector<StoredVersion> parts;
  std::vector<std::string> ids;
  for (const auto& [id, reason] : refused_) {
    report.refused.push_back({id, reason});
    parts.emplace_back(id, generation_);
    ids.push_back(id);
  }
  for (const auto kind : kBothKinds) delete_versions(client_, target_.of(kind), parts);
  auto& gone = found.to_take_out;
  gone.erase(std::remove_if(gone.begin(), gone.end(),
                            [this](const std::string& id) { return refused_.contains(id); }),
             gone.end());
  const auto base = target_.is_new ? 0 : in_force();
  unmark_removed(client_, target_.events, ids, base);
  unmark_removed(client_, target_.articles, ids, base);
  for (const auto& place : found.to_send) {
    const auto& segment = snapshot_.segment(place.segment);
    if (!refused_.contains(std::string{segment.id(place.ordinal)})) continue;
    const auto [begin, end] = segment.events_of(place.ordinal);
    --articles_due_;
    events_due_ -= end - begin;
    --report.sent;
    report.sent_events -= end - begin;
  }
  const auto kept = [&](DocumentKind kind) {
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < ids.size(); i += 1'000)
      count += count_documents(client_, target_.of(kind), articles_query(ids, i, 1'000));
    return static_cast<std::int64_t>(count);
  };
  articles_due_ += kept(DocumentKind::article);
  events_due_ += kept(DocumentKind::event);
}

void Publication::check_counts(const PublishReport& report) const {
  const auto filter = alias_filter_json(generation_);
  const auto articles =
      static_cast<std::int64_t>(count_documents(client_, target_.articles, filter));
  const auto events = static_cast<std::int64_t>(count_documents(client_, target_.events, filter));
  if (articles == articles_due_ && events == events_due_) return;
  throw ClusterError(
      ClusterFault::wrong, client_.address().url(),
      fmt::format("after {} articles were sent it has {} articles and {} events, where {} and {} "
                  "are due: what was in force stays; try again, or with --rebuild",
                  report.sent, articles, events, articles_due_, events_due_));
}

void Publication::put_in_force() {
  end_filling(client_, target_);
  write_note(client_, note());
  lock_.renew();
  std::string actions;
  for (const auto kind : kBothKinds) {
    const auto alias = alias_of(client_.address(), kind);
    const auto& old = kind == DocumentKind::article ? state_ ? state_->articles.name : ""
                      : state_                      ? state_->events.name
                                                    : "";
    if (!old.empty() && old != target_.of(kind)) {
      actions += fmt::format(R"({{"remove":{{"index":"{}","alias":"{}","must_exist":false}}}},)",
                             old, alias);
    }
    actions += fmt::format(R"({{"add":{{"index":"{}","alias":"{}","filter":{}}}}},)",
                           target_.of(kind), alias, alias_filter_json(generation_));
  }
  actions.pop_back();
  client_.ask(HttpMethod::post, "/_aliases", fmt::format(R"({{"actions":[{}]}})", actions),
              "putting it in force");
}

// Deletes what readers see no more: nobody can tell.
void Publication::tidy_up() const {
  constexpr int kAbsent = 404;
  for (const auto& index : archive_indices(client_)) {
    if (index.number == target_.number) continue;
    client_.ask_unless(kAbsent, HttpMethod::remove, "/" + index.name, {}, "deleting an old index");
  }
  if (target_.is_new) return;
  for (const auto kind : kBothKinds) delete_removed(client_, target_.of(kind), generation_);
}

void Publication::set_replicas() const {
  if (!options_.replicas || !state_ || state_->articles.replicas == *options_.replicas) return;
  client_.ask(HttpMethod::put, fmt::format("/{},{}/_settings", target_.articles, target_.events),
              fmt::format(R"({{"index":{{"number_of_replicas":{}}}}})", *options_.replicas),
              "setting the number of replicas");
}

void Publication::finish_unchanged() const {
  if (!is_same_but_time(note(), state_->note)) write_note(client_, note());
  set_replicas();
}

void Publication::run(PublishReport& report) {
  report.generation = in_force();
  if (state_) check_owner(client_, *state_, snapshot_.manifest().id, options_);
  choose_target();
  auto found = compare();
  if (found.to_take_out.size() > kLargeArchive && found.to_take_out.size() * 2 > found.stored) {
    target_ = prepare_new(client_, state_->articles.number + 1, choices());
    found = compare();
  }
  if (!target_.is_new && found.is_empty()) return finish_unchanged();
  generation_ = lock_.next_ticket(in_force());
  report.reused = found.reused;
  clear_leftovers(found);
  send(found, report);
  leave_out_refused(found, report);
  for (const auto kind : kBothKinds)
    mark_removed(client_, target_.of(kind), found.to_take_out, in_force(), generation_);
  report.taken_out = found.to_take_out.size();
  check_counts(report);
  set_replicas();
  put_in_force();
  report.generation = generation_;
  tidy_up();
}

}  // namespace

PublishReport publish(HttpClient& client, const Snapshot& snapshot, const PublishOptions& options,
                      const std::stop_token& stop) {
  PublishReport report;
  StoreClient patient(client, stop);
  try {
    require_state_index(patient, options.replicas.value_or(usual_replicas(patient)));
    StoreLock lock(patient, options.wait);
    Publication(patient, lock, snapshot, options).run(report);
  } catch (const SearchStopped&) {
    report.interrupted = true;
  }
  return report;
}

void require_writable(HttpClient& client, const std::string& copy_id, const PublishOptions& options,
                      const std::stop_token& stop) {
  StoreClient patient(client, stop);
  if (const auto state = state_if_there(patient)) check_owner(patient, *state, copy_id, options);
  StoreLock::wait_until_free(patient, options.wait);
}

}  // namespace dateline
