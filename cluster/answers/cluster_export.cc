#include "cluster/answers/cluster_export.h"

#include <fmt/format.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cluster/documents/document_reader.h"
#include "cluster/documents/mapping.h"
#include "cluster/http/cluster_error.h"
#include "cluster/search/cluster_matches.h"

namespace dateline {
namespace {

using nlohmann::json;
using simdjson::dom::array;
using simdjson::dom::element;

class ClusterDocuments : public ExportSource {
 public:
  ClusterDocuments(const ClusterMatches& articles, const ClusterMatches& events,
                   std::stop_token stop)
      : articles_(articles), events_(events), stop_(std::move(stop)) {}

  std::string language() const override { return state().language; }
  std::string analyzer() const override { return state().analyzer; }
  std::uint64_t generation() const override { return state().generation; }
  std::uint64_t articles(const TakeArticle& take) override {
    return for_each(articles_, [&](DocumentReader& reader, Location place, std::uint64_t number) {
      take(reader.article(place), number);
    });
  }
  std::uint64_t events(const TakeEvent& take) override {
    return for_each(events_, [&](DocumentReader& reader, Location place, std::uint64_t number) {
      take(reader.event(place), number);
    });
  }
  bool is_stopped() const noexcept override { return stop_.stop_requested(); }

 private:
  /// A page of documents, by their ids and those of their articles.
  struct Page {
    std::vector<std::string> ids;
    std::vector<std::string> articles;
    json after;
  };
  using Visit = std::function<void(DocumentReader& reader, Location place, std::uint64_t number)>;

  [[nodiscard]] const ClusterState& state() const { return articles_.view().state(); }
  [[nodiscard]] static Page read_page(const ClusterMatches& matches, const json& after);
  std::uint64_t for_each(const ClusterMatches& matches, const Visit& visit) const;

  const ClusterMatches& articles_;
  const ClusterMatches& events_;
  std::stop_token stop_;
};

std::string text_of(const AnswerJson& answer, element hit, std::string_view name) {
  const auto values = answer.read<array>(hit, fmt::format("fields.{}", name));
  return std::string{std::string_view{values.at(0)}};
}

ClusterDocuments::Page ClusterDocuments::read_page(const ClusterMatches& matches,
                                                   const json& after) {
  constexpr int kPage = 200;
  const auto kind = matches.read().kind;
  const auto id = kind == DocumentKind::article ? field::kArticleId : field::kEventId;
  json body{{"size", kPage}, {"track_total_hits", false}, {"_source", false}};
  body["docvalue_fields"] = {id, field::kArticleId};
  body["query"] = matches.view().in_force(matches.query());
  body["sort"] = json::array({{{field::kPlace, "asc"}}, {{field::kArticleId, "asc"}}});
  if (kind == DocumentKind::event) body["sort"].push_back({{field::kOrdinal, "asc"}});
  if (!after.is_null()) body["search_after"] = after;
  const auto answer = matches.view().search(kind, body);
  Page page;
  for (const auto hit : answer.read<array>("hits.hits")) {
    page.ids.push_back(text_of(answer, hit, id));
    page.articles.push_back(text_of(answer, hit, field::kArticleId));
    page.after = json::parse(simdjson::minify(answer.read<element>(hit, "sort")));
  }
  return page;
}

std::uint64_t ClusterDocuments::for_each(const ClusterMatches& matches, const Visit& visit) const {
  auto& copies = matches.copies();
  const bool are_articles = matches.read().kind == DocumentKind::article;
  std::uint64_t count = 0;
  for (auto page = read_page(matches, nullptr); !page.ids.empty();
       page = read_page(matches, page.after)) {
    copies.fetch(page.articles);
    DocumentReader reader(copies.snapshot());
    for (const auto& id : page.ids) {
      if (is_stopped()) return count;
      const auto place = are_articles ? copies.article(id) : copies.event(id);
      if (!place) {
        throw ClusterError(ClusterFault::wrong, copies.place(),
                           fmt::format("'{}' was found, and cannot be read", id));
      }
      visit(reader, *place, count++);
    }
  }
  return count;
}

}  // namespace

std::unique_ptr<ExportSource> cluster_export_source(const Matches& articles, const Matches& events,
                                                    std::stop_token stop) {
  return std::make_unique<ClusterDocuments>(dynamic_cast<const ClusterMatches&>(articles.reader()),
                                            dynamic_cast<const ClusterMatches&>(events.reader()),
                                            std::move(stop));
}

}  // namespace dateline
