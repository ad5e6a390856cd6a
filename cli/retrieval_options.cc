#include "cli/retrieval_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <cstdio>
#include <set>
#include <string_view>
#include <utility>

#include "cli/exit_code.h"
#include "cli/input_problem.h"
#include "cli/output_file.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "corpus/article_reader.h"
#include "evaluation/topic_search.h"
#include "index/error.h"
#include "searcher/query/request_form.h"

namespace dateline {
namespace {

constexpr const char* kRunName = "dateline";

using Ids = std::set<std::string>;

// A file that cannot be used at all leaves nothing to score.
template <typename Read>
auto read_or_refuse(Read read, const std::string& path) {
  try {
    return read(path);
  } catch (const CorpusError& error) {
    throw UsageError(fmt::format("{}: {}", place_in(error.path(), error.line()), error.what()));
  }
}

template <typename Map>
Ids keys(const Map& map) {
  Ids ids;
  for (const auto& [id, value] : map) ids.insert(id);
  return ids;
}

Ids ids_of(const Topics& topics) {
  Ids ids;
  for (const auto& topic : topics.rows) ids.insert(topic.id);
  return ids;
}

Ids without(const Ids& ids, const Ids& others) {
  Ids rest;
  for (const auto& id : ids) {
    if (!others.contains(id)) rest.insert(id);
  }
  return rest;
}

Ids scored_topics(const Qrels& qrels) {
  Ids ids;
  for (const auto& [id, judgements] : qrels.topics) {
    if (count_relevant(judgements) > 0) ids.insert(id);
  }
  return ids;
}

// "3 topics of runs/a WHAT: 7, 9, 12"
void complain_of(const Ids& ids, const std::string& path, std::string_view what) {
  constexpr std::size_t kMaxNamed = 10;
  if (ids.empty()) return;
  std::vector<std::string_view> named(ids.begin(), ids.end());
  if (named.size() > kMaxNamed) named.resize(kMaxNamed);
  complain(fmt::format("{} topic{} of {} {}: {}{}", ids.size(), ids.size() == 1 ? "" : "s", path,
                       what, fmt::join(named, ", "), ids.size() > kMaxNamed ? ", …" : ""));
}

// Complains of topics that stand on one side alone. `path` is where the topics come from.
void check_topics(const Ids& topics, const std::string& path, const Qrels& qrels) {
  const auto judged = keys(qrels.topics);
  if (without(topics, judged).size() == topics.size()) {
    throw UsageError(
        fmt::format("no topic of {} is judged in {}: nothing to score", path, qrels.path));
  }
  complain_of(without(topics, judged), path,
              fmt::format("without judgements in {}, not scored", qrels.path));
  complain_of(without(scored_topics(qrels), topics), qrels.path,
              fmt::format("not in {}, scored as if nothing were found", path));
}

}  // namespace

RetrievalOptions::RetrievalOptions(CLI::App& command) {
  archive_.declare(command);
  auto* topics = command.add_option("--topics", topics_, "Topics to search for")->type_name("FILE");
  auto* qrels =
      command.add_option("--qrels", qrels_, "Which documents are relevant to which topics (TREC)")
          ->type_name("FILE");
  auto* run = command
                  .add_option("--run", run_,
                              "Write what is found as a TREC run (- is standard output, and the "
                              "figures go to standard error)")
                  ->type_name("FILE")
                  ->needs(topics);
  command.add_option("--score", score_, "Score this TREC run; nothing is searched")
      ->type_name("FILE")
      ->needs(qrels)
      ->excludes(topics)
      ->excludes(run);
  command
      .add_option("--compare", compare_,
                  "Another TREC run, and how likely the difference is by chance")
      ->type_name("FILE")
      ->needs(qrels);
  command.add_flag("--per-topic", per_topic_, "A line for each topic")->needs(qrels);
  command.add_flag("--events", events_, "Find events, not articles")->needs(topics);
  command
      .add_flag("--expand", expand_,
                "Rank with what the first hits speak of, too (pseudo-relevance feedback)")
      ->needs(topics);
  command.add_option("--limit", limit_, "Documents to find of a topic")
      ->needs(topics)
      ->check(CLI::Range(std::uint32_t{1}, kMaxHits))
      ->capture_default_str();
}

int RetrievalOptions::run(Format format) {
  check();
  if (run_ == "-" && format == Format::json && !qrels_.empty()) {
    throw UsageError("--run - and --format json both want standard output: name a file");
  }
  std::optional<Qrels> qrels;
  if (!qrels_.empty()) {
    qrels = read_or_refuse(read_qrels, qrels_);
    skipped_ = complain_of_skipped(qrels->problems) || skipped_;
    complain_of(without(keys(qrels->topics), scored_topics(*qrels)), qrels_,
                "without a relevant document, not scored");
    if (scored_topics(*qrels).empty()) {
      throw UsageError(fmt::format("{}: no document is relevant to any topic", qrels_));
    }
  }
  Run run;
  if (score_.empty()) {
    run = search(qrels);
    if (!run_.empty()) write_output(run_, run_text(run, kRunName));
  } else {
    run = read_or_refuse(read_run, score_);
    skipped_ = complain_of_skipped(run.problems) || skipped_;
    check_topics(keys(run.topics), score_, *qrels);
  }
  if (qrels) report(run, *qrels, format);
  return skipped_ ? kSkippedInputs : kDone;
}

void RetrievalOptions::check() const {
  if (topics_.empty() && score_.empty()) {
    throw UsageError("--qrels needs --topics, which are searched for, or --score, a run");
  }
  if (!topics_.empty() && qrels_.empty() && run_.empty()) {
    throw UsageError("--topics needs --qrels, to score what is found, or --run, to write it");
  }
}

// Topics that nothing can score are searched for only when the run is kept.
Run RetrievalOptions::search(const std::optional<Qrels>& qrels) {
  auto topics = read_or_refuse(read_topics, topics_);
  skipped_ = complain_of_skipped(topics.problems) || skipped_;
  if (topics.rows.empty()) throw UsageError(topics_ + ": no topic that could be searched for");
  if (qrels) {
    check_topics(ids_of(topics), topics_, *qrels);
    if (run_.empty()) {
      const auto scored = scored_topics(*qrels);
      std::erase_if(topics.rows, [&](const Topic& topic) { return !scored.contains(topic.id); });
    }
  }
  const auto archive = archive_.open();
  return search_topics(archive->searcher(), topics.rows,
                       {events_ ? DocumentKind::event : DocumentKind::article, limit_, expand_});
}

void RetrievalOptions::add_compared(const Qrels& qrels, RetrievalReport& report) {
  const auto other = read_or_refuse(read_run, compare_);
  skipped_ = complain_of_skipped(other.problems) || skipped_;
  check_topics(keys(other.topics), compare_, qrels);
  report.compared = ComparedRun{compare_, measure_run(other, qrels)};
}

void RetrievalOptions::report(const Run& run, const Qrels& qrels, Format format) {
  RetrievalReport report{qrels_, score_, measure_run(run, qrels), {}, per_topic_};
  if (!compare_.empty()) add_compared(qrels, report);
  auto text = present(report, format, style_for(stdout));
  if (run_ != "-") return print(text);
  std::fputs(text.c_str(), stderr);
}

}  // namespace dateline
