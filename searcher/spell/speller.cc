#include "searcher/spell/speller.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace dateline {
namespace {

void add_label(const std::string& word, Respelling& result) {
  if (!result.better_label.empty()) result.better_label += ", ";
  result.better_label += word;
}

bool may_be_respelled(const QueryText& text) noexcept {
  return text.form == TextForm::word && text.field != TextField::author;
}

// Replaces unknown words, from left to right; `next` counts those that have been.
void replace_unknown(QueryNode& node, const std::vector<std::string>& unknown,
                     const std::vector<std::string>& instead, std::size_t& next) {
  if (is<Exclude<QueryNode>>(node)) return;
  for (auto& child : children_of(node)) replace_unknown(child, unknown, instead, next);
  auto* text = get_if<QueryText>(node);
  if (text == nullptr || !may_be_respelled(*text) || next == unknown.size() ||
      text->text != unknown[next]) {
    return;
  }
  text->text = instead[next++];
}

}  // namespace

Respelling Speller::respell(const QueryNode& query, DocumentKind kind) const {
  Respelling result;
  QueryNode better = query;
  std::vector<Nearby> nearby;
  respell(query, better, kind, result, nearby);
  for (std::size_t i = 0; !nearby.empty() && i < nearby.front().size(); ++i) {
    RespelledQuery root{query, {}};
    for (const auto& near : nearby) root.instead.push_back(near.front());
    root.instead.front() = nearby.front()[i];
    std::size_t next = 0;
    replace_unknown(root.query, result.unknown, root.instead, next);
    result.roots.push_back(std::move(root));
  }
  if (!result.better_label.empty()) result.better = std::move(better);
  return result;
}

void Speller::respell(const QueryNode& root, QueryNode& better, DocumentKind kind,
                      Respelling& result, std::vector<Nearby>& nearby) const {
  if (is<Exclude<QueryNode>>(root)) return;
  const auto children = children_of(root);
  const auto named = words_of_names(root);
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (!named[i]) respell(children[i], children_of(better)[i], kind, result, nearby);
  }
  const auto* text = get_if<QueryText>(root);
  if (text == nullptr || !may_be_respelled(*text)) return;
  auto& better_text = get_if<QueryText>(better)->text;
  const auto tokens = analyzer_.analyze(text->text);
  if (tokens.size() != 1) return;
  const std::string word{tokens.front().word};
  if (has_documents(tokens.front().term, kind)) {
    const auto commoner = spelling_.better(word, kind);
    if (!commoner) return;
    better_text = commoner->word;
    add_label(commoner->word, result);
  } else if (!has_variant(text->text, kind)) {
    const auto near = spelling_.near(word, kind, kMostTried);
    if (near.empty()) return;
    result.unknown.push_back(text->text);
    auto& words = nearby.emplace_back();
    for (const auto& one : near) words.push_back(one.word);
    better_text = words.front();
    add_label(words.front(), result);
  }
}

// Which words of an `all` are those of a name of several words that has other names: "Reino Unido" is
// meant so, whatever is near to "Reino".
std::vector<bool> Speller::words_of_names(const QueryNode& root) const {
  const auto children = children_of(root);
  std::vector<bool> named(children.size(), false);
  if (!is<AllOf<QueryNode>>(root)) return named;
  for (std::size_t i = 0; i < children.size(); ++i) {
    std::vector<std::string_view> run;
    for (auto k = i; k < children.size() && run.size() < WordVariants::kMaxWords; ++k) {
      if (!is_bare_word(children[k])) break;
      run.push_back(std::get<QueryText>(children[k].form).text);
      if (run.size() < 2) continue;
      const auto variants = variants_.of(run);
      if (variants.empty() || variants.front().reason == VariantReason::spelling) continue;
      std::fill_n(named.begin() + static_cast<std::ptrdiff_t>(i), run.size(), true);
    }
  }
  return named;
}

bool Speller::has_documents(std::string_view term, DocumentKind kind) const {
  return spelling_.documents_of(term, kind) > 0;
}

// Whether documents have another name or spelling of what was typed: then it was meant so.
bool Speller::has_variant(std::string_view typed, DocumentKind kind) const {
  const auto variants = variants_.of({&typed, 1});
  return std::any_of(variants.begin(), variants.end(), [&](const Variant& variant) {
    const auto tokens = analyzer_.analyze(variant.text);
    return !tokens.empty() && std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
      return has_documents(token.term, kind);
    });
  });
}

}  // namespace dateline
