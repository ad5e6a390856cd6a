#include "searcher/match/query_analyzer.h"

#include <algorithm>
#include <type_traits>
#include <variant>

#include "language/spellings/word_variants.h"
#include "language/utf8.h"

namespace dateline {
namespace {

// Words are not analyzed one by one: names of several words ("Republic of Korea") have other names,
// and stop words depend on what stands beside them. Bare words side by side are therefore taken as
// a run, in which the longest name is sought first, and every word that is in no name stands for
// itself. What was typed is the first child of a group of variants, and those who explain or rank
// rely on it.

// The text of a bare word.
const std::string& word_of(const QueryNode& bare_word) {
  return std::get<QueryText>(bare_word.form).text;
}

TextCondition word_or_phrase(std::vector<std::string> terms, std::string_view typed) {
  TextCondition text;
  text.form = terms.size() == 1 ? TextForm::word : TextForm::phrase;
  text.terms = std::move(terms);
  text.typed = typed;
  return text;
}

// One condition for several.
template <template <typename> typename Group>
Condition group_of(std::vector<Condition> children) {
  if (children.size() == 1) return std::move(children.front());
  return {Group<Condition>{std::move(children)}};
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
  return std::visit(
      Overloaded{[&](const AllOf<QueryNode>& all) { return group<AllOf>(all.children); },
                 [&](const AnyOf<QueryNode>& any) { return group<AnyOf>(any.children); },
                 [&](const Exclude<QueryNode>& no) { return group<Exclude>(no.children); },
                 [&](const QueryText& text) { return this->text(node, text); },
                 [&](const FilterCondition& filter) -> std::optional<Condition> {
                   return Condition{filter};
                 }},
      node.form);
}

std::optional<Condition> QueryAnalyzer::text(const QueryNode& node, const QueryText& text) {
  if (is_bare_word(node)) {
    std::vector<Condition> typed;
    add_run({&node, 1}, typed);
    return typed.empty() ? std::nullopt : std::optional{std::move(typed.front())};
  }
  TextCondition condition{text.form, text.field, {}, text.slop, text.text, {}};
  if (text.form == TextForm::prefix) {
    condition.terms = {fold(text.text)};
    return Condition{std::move(condition)};
  }
  condition.terms = terms_of(text.text);
  if (condition.terms.empty()) {
    left_out_.push_back({text.text, LeftOutWord::Reason::punctuation});
    return std::nullopt;
  }
  condition.form = condition.terms.size() == 1 ? TextForm::word : TextForm::phrase;
  return Condition{std::move(condition)};
}

template <template <typename> typename Group>
std::optional<Condition> QueryAnalyzer::group(const std::vector<QueryNode>& children) {
  constexpr bool kIsAll = std::is_same_v<Group<QueryNode>, AllOf<QueryNode>>;
  constexpr bool kIsAny = std::is_same_v<Group<QueryNode>, AnyOf<QueryNode>>;
  constexpr bool kIsExclude = std::is_same_v<Group<QueryNode>, Exclude<QueryNode>>;
  const std::span<const QueryNode> all{children};
  const auto stops = std::count_if(all.begin(), all.end(), [&](const QueryNode& child) {
    return is_bare_word(child) && stop_words_.is_stop_word(word_of(child));
  });
  const auto texts = std::count_if(all.begin(), all.end(), is<QueryText, QueryNode>);
  // Whoever types a stop word after OR or a minus means it.
  const bool keeps_stop_words = !kIsAll || stops == texts;
  std::vector<Condition> analyzed;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i;
    while (end < all.size() && is_bare_word(all[end])) ++end;
    if (end == i) {
      if (auto condition = node(all[i])) analyzed.push_back(std::move(*condition));
      ++i;
      continue;
    }
    // Alternatives do not stand side by side.
    if (kIsAny) end = i + 1;
    add_run(all.subspan(i, end - i), analyzed, keeps_stop_words);
    i = end;
  }
  if (analyzed.empty()) return std::nullopt;
  if (kIsExclude) return Condition{Group<Condition>{std::move(analyzed)}};
  return group_of<Group>(std::move(analyzed));
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
      if (keeps_stop_words || !stop_words_.is_stop_word(word_of(run[i]))) {
        add_word(run[i], children);
      } else {
        left_out_.push_back({word_of(run[i]), LeftOutWord::Reason::stop_word});
      }
      length = 1;
    }
    i += length;
  }
}

void QueryAnalyzer::add_word(const QueryNode& word, std::vector<Condition>& children) {
  const auto& typed = word_of(word);
  auto terms = terms_of(typed);
  if (terms.empty()) {
    left_out_.push_back({typed, LeftOutWord::Reason::punctuation});
  } else {
    children.push_back({word_or_phrase(std::move(terms), typed)});
  }
}

// Adds a run of words together with what means the same; false when nothing does.
bool QueryAnalyzer::add_with_variants(std::span<const QueryNode> words,
                                      std::vector<Condition>& children) {
  std::vector<std::string_view> typed;
  for (const auto& word : words) typed.push_back(word_of(word));
  const auto found = variants_.of(typed);
  if (found.empty()) return false;
  std::vector<Condition> own;
  for (const auto& word : words) add_word(word, own);
  std::vector<std::string> stands_for;
  for (const auto& word : own) {
    const auto& terms = std::get<TextCondition>(word.form).terms;
    stands_for.insert(stands_for.end(), terms.begin(), terms.end());
  }
  if (stands_for.empty()) return false;
  std::vector<Condition> same{group_of<AllOf>(std::move(own))};  // what was typed comes first
  std::vector<std::vector<std::string>> known{stands_for};
  for (const auto& variant : found) {
    auto terms = terms_of(variant.text);
    const bool is_new = std::find(known.begin(), known.end(), terms) == known.end();
    if (terms.empty() || !is_new || !std::all_of(terms.begin(), terms.end(), has_term_)) continue;
    known.push_back(terms);
    auto text = word_or_phrase(std::move(terms), variant.text);
    text.stands_for = stands_for;
    same.push_back({std::move(text)});
  }
  if (same.size() == 1 && words.size() > 1) return false;
  children.push_back(group_of<AnyOf>(std::move(same)));
  return true;
}

}  // namespace dateline
