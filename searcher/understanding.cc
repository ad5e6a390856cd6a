#include "searcher/understanding.h"

#include <fmt/format.h>

#include <algorithm>

#include "searcher/date_suggestion.h"
#include "searcher/posting_lists.h"
#include "searcher/spelling.h"

namespace dateline {
namespace {

using Kind = QueryNode::Kind;

bool has_digit(const QueryNode& node) {
  return std::any_of(node.text.begin(), node.text.end(),
                     [](char c) { return c >= '0' && c <= '9'; }) ||
         std::any_of(node.children.begin(), node.children.end(), has_digit);
}

}  // namespace

// A query with other spellings.
struct Understanding::Spelling {
  std::optional<QueryNode> root;     // every word that no document has replaced, if any is
  std::vector<std::string> unknown;  // those words, as typed
  std::vector<std::string> instead;
  std::optional<QueryNode> better;  // rare words, too, replaced by much commoner ones
  std::string better_label;         // what is put into it, for people
};

// Finds other spellings of a query's words.
class Understanding::Speller {
 public:
  explicit Speller(const Snapshot& snapshot)
      : snapshot_(snapshot), analyzer_(snapshot.manifest().language), spelling_(snapshot, lists_) {
    lists_.reserve(snapshot.segment_count());
    for (std::size_t s = 0; s < snapshot.segment_count(); ++s)
      lists_.emplace_back(snapshot.segment(s));
  }

  [[nodiscard]] Spelling spell(const QueryNode& query, DatabaseKind kind) {
    kind_ = kind;
    Spelling result;
    QueryNode root = query;
    QueryNode better = query;
    respell(root, better, result);
    if (!result.unknown.empty()) result.root = std::move(root);
    if (!result.better_label.empty()) result.better = std::move(better);
    return result;
  }

 private:
  // Words of the text, of whatever field but the author; not what is excluded.
  void respell(QueryNode& root, QueryNode& better, Spelling& result) {
    if (root.kind == Kind::exclude) return;
    for (std::size_t i = 0; i < root.children.size(); ++i)
      respell(root.children[i], better.children[i], result);
    if (root.kind != Kind::word || root.field == TextField::author) return;
    const auto tokens = analyzer_.analyze(root.text);
    if (tokens.size() != 1) return;
    const std::string word{tokens.front().word};
    const std::string term{tokens.front().term};
    const auto documents = document_count(term);
    if (documents == 0 && !has_variant(root.text)) {
      const auto near = spelling_.near(word, kind_, 1);
      if (near.empty()) return;
      result.unknown.push_back(root.text);
      result.instead.push_back(near.front().word);
      root.text = near.front().word;
      better.text = near.front().word;
      add_label(near.front().word, result);
    } else if (documents > 0) {
      const auto commoner = spelling_.better(word, kind_);
      if (!commoner) return;
      better.text = commoner->word;
      add_label(commoner->word, result);
    }
  }

  static void add_label(const std::string& word, Spelling& result) {
    if (!result.better_label.empty()) result.better_label += ", ";
    result.better_label += word;
  }

  [[nodiscard]] std::uint64_t document_count(const std::string& term) const {
    std::uint64_t documents = 0;
    for (const auto& lists : lists_) documents += lists.document_frequency(term, kind_);
    return documents;
  }

  // Whether documents have another name or spelling of what was typed: then it was meant so.
  [[nodiscard]] bool has_variant(std::string_view typed) {
    const auto variants = variants_.of({&typed, 1});
    return std::any_of(variants.begin(), variants.end(), [&](const Variant& variant) {
      const auto tokens = analyzer_.analyze(variant.text);
      return !tokens.empty() && std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
        return document_count(std::string{token.term}) > 0;
      });
    });
  }

  const Snapshot& snapshot_;
  Analyzer analyzer_;
  WordVariants variants_;
  std::vector<PostingLists> lists_;
  SpellingIndex spelling_;
  DatabaseKind kind_ = DatabaseKind::articles;
};

Understanding::Understanding(Searcher& searcher) : searcher_(searcher) {}
Understanding::~Understanding() = default;

std::optional<Suggestion> Understanding::date_of(const SearchRequest& request) {
  const bool has_date = std::any_of(request.selections.begin(), request.selections.end(),
                                    [](const auto& s) { return s.facet == Facet::date; });
  if (has_date || !has_digit(*request.query)) return std::nullopt;
  if (!dates_) dates_.emplace();
  const auto found = suggest_date(*request.query, *dates_);
  if (!found) return std::nullopt;
  return Suggestion{Suggestion::Kind::date, found->label, found->query};
}

Understanding::Spelling Understanding::spelled(const SearchRequest& request) {
  if (!speller_) speller_ = std::make_unique<Speller>(searcher_.snapshot());
  return speller_->spell(*request.query, request.kind == DocumentKind::article
                                             ? DatabaseKind::articles
                                             : DatabaseKind::events);
}

SearchResult Understanding::search(const SearchRequest& request) {
  auto result = searcher_.search(request);
  if (!request.query) return result;
  if (auto date = date_of(request)) result.suggestions.push_back(std::move(*date));
  auto spelling = spelled(request);
  if (result.total == 0 && spelling.root) {
    auto other = request;
    other.query = spelling.root;
    auto found = searcher_.search(other);
    if (found.total > 0) {
      found.notices.insert(
          found.notices.begin(),
          fmt::format("no {} has {}; these have {}", unit_name(request.kind, 1),
                      fmt::join(spelling.unknown, ", "), fmt::join(spelling.instead, ", ")));
      found.suggestions = std::move(result.suggestions);
      return found;
    }
  }
  if (spelling.better) {
    result.suggestions.push_back(
        {Suggestion::Kind::spelling, spelling.better_label, to_query(*spelling.better)});
  }
  return result;
}

}  // namespace dateline
