#include "searcher/match/query_analyzer.h"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <utility>
#include <variant>

#include "language/spellings/word_variants.h"
#include "language/words/folded_word.h"
#include "language/words/word_forms.h"
#include "searcher/query/query_characters.h"

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

void mark_as_name(Condition& condition) {
  if (auto* text = get_if<TextCondition>(condition)) text->is_name = true;
  for (auto& child : children_of(condition)) mark_as_name(child);
}

bool is_of_country(VariantReason reason) noexcept {
  return reason == VariantReason::country || reason == VariantReason::foreign;
}

bool is_of_name(VariantReason reason) noexcept {
  return is_of_country(reason) || reason == VariantReason::place ||
         reason == VariantReason::organization || reason == VariantReason::script;
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

std::optional<Condition> QueryAnalyzer::analyze(const QueryNode& node, bool any_word) {
  left_out_.clear();
  read_whole(node, any_word);
  return this->node(node);
}

// Whether the query is a question, and whether capitals in it tell names: not when every word has
// one.
void QueryAnalyzer::read_whole(const QueryNode& node, bool any_word) {
  std::vector<std::string_view> words;
  for_each_part<QueryText>(node, [&](const QueryText& text) {
    if (text.form == TextForm::word && text.field == TextField::any) words.push_back(text.text);
  });
  is_question_ = !any_word && stop_words_.is_question(words);
  capitals_tell_ = std::any_of(words.begin(), words.end(),
                               [](std::string_view word) { return !begins_with_capital(word); });
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
    condition.terms = {fold_word(text.text)};
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
    return is_bare_word(child) && is_passed_over(word_of(child));
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

bool QueryAnalyzer::is_passed_over(std::string_view typed) const {
  return stop_words_.is_stop_word(typed) || (is_question_ && stop_words_.is_function_word(typed));
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
      if (keeps_stop_words || !is_passed_over(word_of(run[i]))) {
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
    auto condition = word_or_phrase(std::move(terms), typed);
    condition.is_name = capitals_tell_ && begins_with_capital(typed);
    condition.is_compound = condition.form == TextForm::phrase;
    children.push_back(with_family({std::move(condition)}));
  }
}

// A word and the words that mean the same in another part of speech.
Condition QueryAnalyzer::with_family(Condition word) {
  const auto terms = std::get<TextCondition>(word.form).terms;
  if (terms.size() != 1 || !has_families_) return word;
  std::vector<Condition> family;
  for (const auto related : words_related_to(terms.front())) {
    TextCondition other{TextForm::word, TextField::any, terms_of(related), 0, {}, terms};
    if (other.terms.size() != 1 || !has_term_(other.terms.front())) continue;
    other.typed = related;
    other.is_family = true;
    family.push_back({std::move(other)});
  }
  if (family.empty()) return word;
  family.insert(family.begin(), std::move(word));
  return group_of<AnyOf>(std::move(family));
}

// A word that the index has is what it is, though another language has it for a country.
bool QueryAnalyzer::has_all(const std::vector<std::string>& terms) const {
  return std::all_of(terms.begin(), terms.end(), has_term_);
}

// Names that hold a country's name and mean another, as far as the index has their words.
std::vector<LongerName> QueryAnalyzer::longer_names(std::string_view name) {
  std::vector<LongerName> longer;
  for (const auto& holder : variants_.longer_names(name)) {
    auto terms = terms_of(holder.name);
    if (!terms.empty() && std::all_of(terms.begin(), terms.end(), has_term_))
      longer.push_back({std::move(terms), holder.is_same});
  }
  return longer;
}

// Adds a run of words together with what means the same; false when nothing does.
bool QueryAnalyzer::add_with_variants(std::span<const QueryNode> words,
                                      std::vector<Condition>& children) {
  std::vector<std::string_view> typed;
  for (const auto& word : words) typed.push_back(word_of(word));
  const auto found = variants_.of(typed);
  if (found.empty()) return false;
  auto own = own_condition(words, found.front().reason);
  if (own.empty()) return false;
  if (is_of_name(found.front().reason)) std::for_each(own.begin(), own.end(), mark_as_name);
  std::vector<std::string> stands_for;
  for (const auto& word : own) {
    for (const auto* text : positive_texts(word)) {
      if (text->stands_for.empty())
        stands_for.insert(stands_for.end(), text->terms.begin(), text->terms.end());
    }
  }
  std::vector<Condition> same{group_of<AllOf>(std::move(own))};  // what was typed comes first
  std::vector<std::vector<std::string>> known{stands_for};
  for (const auto& variant : found) {
    auto terms = terms_of(variant.text);
    const bool is_new = std::find(known.begin(), known.end(), terms) == known.end();
    if (terms.empty() || !is_new || !std::all_of(terms.begin(), terms.end(), has_term_)) continue;
    const bool is_one_word = words.size() == 1;  // several do not stand together by chance
    if (variant.reason == VariantReason::foreign && is_one_word && has_all(stands_for)) continue;
    known.push_back(terms);
    auto text = word_or_phrase(std::move(terms), variant.text);
    text.stands_for = stands_for;
    text.is_name = is_of_name(variant.reason);
    if (is_of_country(variant.reason)) text.longer = longer_names(variant.text);
    same.push_back({std::move(text)});
  }
  if (same.size() == 1 && words.size() > 1) return false;
  // A word's family stands beside its other spellings.
  if (same.size() > 1 && is<AnyOf<Condition>>(same.front())) {
    auto family = std::move(std::get<AnyOf<Condition>>(same.front().form).children);
    same.erase(same.begin());
    same.insert(same.begin(), std::make_move_iterator(family.begin()),
                std::make_move_iterator(family.end()));
  }
  children.push_back(group_of<AnyOf>(std::move(same)));
  return true;
}

// What was typed: the words, all of them; an organization's name as a phrase, so that it finds what
// its short form finds.
std::vector<Condition> QueryAnalyzer::own_condition(std::span<const QueryNode> words,
                                                    VariantReason reason) {
  std::vector<Condition> own;
  if (reason != VariantReason::organization || words.size() == 1) {
    for (const auto& word : words) add_word(word, own);
    return own;
  }
  std::string typed;
  for (const auto& word : words) typed += (typed.empty() ? "" : " ") + word_of(word);
  auto terms = terms_of(typed);
  if (!terms.empty()) own.push_back({word_or_phrase(std::move(terms), typed)});
  return own;
}

}  // namespace dateline
