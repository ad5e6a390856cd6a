// Times searches in one process, as the peers' harnesses do:
//   search_bench INDEX QUERIES [REPETITIONS [all-facets]]
// Prints a line a mode:  top10 p50_us 420 p99_us 1800 mean_us 510 hits 200
// Events are searched, any of the words will do (the peers OR them), and each hit's id is read.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "index/snapshot.h"
#include "searcher/query/query_parser.h"
#include "searcher/query/request.h"
#include "searcher/searcher.h"

namespace dateline::test {
namespace {

using Clock = std::chrono::steady_clock;

enum class Mode { top10, facets, range_facets, all_facets };

SearchRequest request_for(const std::string& line, Mode mode) {
  SearchRequest request;
  request.kind = DocumentKind::event;
  // The peers' range is a filter: so it is part of the query here, and no selection in a facet.
  request.query = parse_query(mode == Mode::range_facets ? line + " date:2005-03" : line).root;
  request.any_word = true;
  if (mode == Mode::top10) return request;
  if (mode == Mode::all_facets) {
    request.facets.assign(all_facets().begin(), all_facets().end());
    request.facet_limit = 10;
    return request;
  }
  request.facets = {Facet::country, Facet::date};
  request.date_bucket = Bucket::month;
  return request;
}

void run(Searcher& searcher, const std::vector<std::string>& queries, int repetitions, Mode mode,
         const char* name) {
  std::vector<double> micros;
  std::size_t hits = 0;
  for (int i = -1; i < repetitions; ++i) {  // the first round warms up
    hits = 0;
    for (const auto& line : queries) {
      const auto begin = Clock::now();
      const auto result = searcher.search(request_for(line, mode));
      hits += result.hits.size();
      const double took = std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
      if (i >= 0) micros.push_back(took);
    }
  }
  std::sort(micros.begin(), micros.end());
  const double sum = std::accumulate(micros.begin(), micros.end(), 0.0);
  fmt::print("{} p50_us {:.0f} p99_us {:.0f} mean_us {:.0f} hits {}\n", name,
             micros[micros.size() / 2], micros[micros.size() * 99 / 100],
             sum / static_cast<double>(micros.size()), hits);
}

// One line a class of queries, by how many documents they match: the cost of every facet at once.
void run_by_size(Searcher& searcher, const std::vector<std::string>& queries) {
  struct Class {
    const char* name;
    double most;  // of all events, the share that a query of this class matches at most
    std::vector<double> micros;
  };
  std::vector<Class> classes{{"up to 0.1 %", 0.001, {}},
                             {"0.1 to 1 %", 0.01, {}},
                             {"1 to 10 %", 0.1, {}},
                             {"over 10 %", 1, {}},
                             {"everything", 2, {}}};
  const Snapshot snapshot(searcher.directory());
  const auto events = static_cast<double>(snapshot.live_count(DocumentKind::event));
  const auto time = [&](const SearchRequest& request, bool everything) {
    const auto begin = Clock::now();
    const auto result = searcher.search(request);
    const double took = std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
    const double share = everything ? 2 : static_cast<double>(result.total) / events;
    const auto found = std::find_if(classes.begin(), classes.end(),
                                    [share](const Class& c) { return share <= c.most; });
    found->micros.push_back(took);
  };
  for (const auto& line : queries) time(request_for(line, Mode::all_facets), false);
  auto everything = request_for("1", Mode::all_facets);
  everything.query.reset();
  everything.selections.clear();
  for (int i = 0; i < 9; ++i) time(everything, true);
  for (auto& one : classes) {
    if (one.micros.empty()) continue;
    std::sort(one.micros.begin(), one.micros.end());
    fmt::print("all_facets, matching {}: queries {} p50_us {:.0f} max_us {:.0f}\n", one.name,
               one.micros.size(), one.micros[one.micros.size() / 2], one.micros.back());
  }
}

}  // namespace
}  // namespace dateline::test

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: search_bench INDEX QUERIES [REPETITIONS [all-facets]]\n");
    return 2;
  }
  std::vector<std::string> queries;
  std::ifstream file(argv[2]);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) queries.push_back(line);
  }
  if (queries.empty()) {
    fmt::print(stderr, "no queries in {}\n", argv[2]);
    return 2;
  }
  const int repetitions = argc > 3 ? std::max(1, std::atoi(argv[3])) : 20;
  dateline::Searcher searcher(argv[1]);
  if (argc > 4 && std::string_view{argv[4]} == "all-facets") {
    dateline::test::run_by_size(searcher, queries);
    return 0;
  }
  dateline::test::run(searcher, queries, repetitions, dateline::test::Mode::top10, "top10");
  dateline::test::run(searcher, queries, repetitions, dateline::test::Mode::facets, "top10_facets");
  dateline::test::run(searcher, queries, repetitions, dateline::test::Mode::range_facets,
                      "top10_range_facets");
  return 0;
}
