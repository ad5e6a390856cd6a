#include "searcher/match/query_analyzer.h"

#include <algorithm>

#include "language/countries/region.h"
#include "language/spellings/word_variants.h"
#include "language/utf8.h"

namespace dateline {
namespace {

using Kind = QueryNode::Kind;

bool is_bare_word(const QueryNode& node) noexcept {
  return node.kind == Kind::word && node.field == TextField::any;
}

// What does not depend on words.
Condition without_text(const QueryNode& node) {
  Condition condition;
  condition.kind = node.kind;
  condition.field = node.field;
  condition.value = node.text;
  condition.slop = node.slop;
  condition.countries = node.countries;
  condition.match_all = node.match_all;
  condition.interval = node.interval;
  condition.mode = node.mode;
  condition.coarsest = node.coarsest;
  condition.origin = node.origin;
  if (node.kind == Kind::region) {
    if (const auto region = region_for(node.text)) condition.countries = countries_of(*region);
  }
  return condition;
}

Condition word_or_phrase(std::vector<std::string> terms, std::string_view typed) {
  Condition condition;
  condition.kind = terms.size() == 1 ? Kind::word : Kind::phrase;
  condition.terms = std::move(terms);
  condition.value = typed;
  return condition;
}

// One condition for several; what was typed comes first.
Condition group_of(Kind kind, std::vector<Condition> children) {
  if (children.size() == 1) return std::move(children.front());
  Condition group;
  group.kind = kind;
  group.children = std::move(children);
  return group;
}

std::optional<Condition> if_any(Condition&& group) {
  if (group.children.empty()) return std::nullopt;
  if (group.children.size() > 1 || group.kind == Kind::exclude) return std::move(group);
  auto only = std::move(group.children.front());
  return only;
}

}  // namespace

std::vector<std::string> QueryAnalyzer::terms_of(std::string_view text) {
  std::vector<std::string> terms;
  for (const Token& token : analyzer_.analyze(text)) terms.emplace_back(token.term);
  return terms;
}

std::optional<Condition> QueryAnalyzer::analyze(const QueryNode& node) {
  left_out_.clear();
  return this->node(node);
}

std::optional<Condition> QueryAnalyzer::node(const QueryNode& node) {
  auto condition = without_text(node);
  switch (node.kind) {
    case Kind::word:
    case Kind::phrase:
    case Kind::prefix:
      return text(node, std::move(condition));
    case Kind::all:
    case Kind::any:
    case Kind::exclude:
      return group(node, std::move(condition));
    default:
      return condition;
  }
}

std::optional<Condition> QueryAnalyzer::text(const QueryNode& node, Condition&& condition) {
  if (node.kind == Kind::prefix) {
    condition.terms = {fold(node.text)};
    return std::move(condition);
  }
  if (is_bare_word(node)) {
    std::vector<Condition> typed;
    add_run({&node, 1}, typed);
    return typed.empty() ? std::nullopt : std::optional{std::move(typed.front())};
  }
  condition.terms = terms_of(node.text);
  if (condition.terms.empty()) {
    left_out_.push_back({node.text, LeftOutWord::Reason::punctuation});
    return std::nullopt;
  }
  condition.kind = condition.terms.size() == 1 ? Kind::word : Kind::phrase;
  return std::move(condition);
}

std::optional<Condition> QueryAnalyzer::group(const QueryNode& node, Condition&& condition) {
  const std::span<const QueryNode> children{node.children};
  const auto stops = std::count_if(children.begin(), children.end(), [&](const QueryNode& child) {
    return is_bare_word(child) && stop_words_.is_stop_word(child.text);
  });
  const auto texts = std::count_if(children.begin(), children.end(), [](const QueryNode& child) {
    return child.kind == Kind::word || child.kind == Kind::phrase || child.kind == Kind::prefix;
  });
  // What is typed after OR or a minus is meant.
  const bool keeps_stop_words = node.kind != Kind::all || stops == texts;
  for (std::size_t i = 0; i < children.size();) {
    std::size_t end = i;
    while (end < children.size() && is_bare_word(children[end])) ++end;
    if (end == i) {
      if (auto analyzed = this->node(children[i]))
        condition.children.push_back(std::move(*analyzed));
      ++i;
      continue;
    }
    // Alternatives do not stand side by side.
    if (node.kind == Kind::any) end = i + 1;
    add_run(children.subspan(i, end - i), condition.children, keeps_stop_words);
    i = end;
  }
  return if_any(std::move(condition));
}

// The longest names first: "Republic of Korea" before "Korea".
void QueryAnalyzer::add_run(std::span<const QueryNode> run, std::vector<Condition>& children,
                            bool keeps_stop_words) {
  for (std::size_t i = 0; i < run.size();) {
    std::size_t length = std::min(run.size() - i, WordVariants::kMaxWords);
    const auto left_out = left_out_.size();
    while (length > 0 && !add_with_variants(run.subspan(i, length), children)) {
      left_out_.resize(left_out);
      --length;
    }
    if (length == 0) {
      if (keeps_stop_words || !stop_words_.is_stop_word(run[i].text)) {
        add_word(run[i], children);
      } else {
        left_out_.push_back({run[i].text, LeftOutWord::Reason::stop_word});
      }
      length = 1;
    }
    i += length;
  }
}

void QueryAnalyzer::add_word(const QueryNode& word, std::vector<Condition>& children) {
  auto terms = terms_of(word.text);
  if (terms.empty()) {
    left_out_.push_back({word.text, LeftOutWord::Reason::punctuation});
  } else {
    children.push_back(word_or_phrase(std::move(terms), word.text));
  }
}

// Adds a run of words together with what means the same; false when nothing does.
bool QueryAnalyzer::add_with_variants(std::span<const QueryNode> words,
                                      std::vector<Condition>& children) {
  std::vector<std::string_view> typed;
  for (const auto& word : words) typed.push_back(word.text);
  const auto found = variants_.of(typed);
  if (found.empty()) return false;
  std::vector<Condition> own;
  for (const auto& word : words) add_word(word, own);
  std::vector<std::string> stands_for;
  for (const auto& word : own)
    stands_for.insert(stands_for.end(), word.terms.begin(), word.terms.end());
  if (stands_for.empty()) return false;
  std::vector<Condition> same{group_of(Kind::all, std::move(own))};
  std::vector<std::vector<std::string>> known{stands_for};
  for (const auto& variant : found) {
    auto terms = terms_of(variant.text);
    const bool is_new = std::find(known.begin(), known.end(), terms) == known.end();
    if (terms.empty() || !is_new || !std::all_of(terms.begin(), terms.end(), has_term_)) continue;
    known.push_back(terms);
    same.push_back(word_or_phrase(std::move(terms), variant.text));
    same.back().stands_for = stands_for;
  }
  if (same.size() == 1 && words.size() > 1) return false;
  children.push_back(group_of(Kind::any, std::move(same)));
  return true;
}

}  // namespace dateline
