#include "searcher/spell/speller.h"

#include <algorithm>
#include <utility>

namespace dateline {
namespace {

void add_label(const std::string& word, Respelling& result) {
  if (!result.better_label.empty()) result.better_label += ", ";
  result.better_label += word;
}

}  // namespace

Respelling Speller::respell(const QueryNode& query, DocumentKind kind) const {
  Respelling result;
  QueryNode root = query;
  QueryNode better = query;
  respell(root, better, kind, result);
  if (!result.unknown.empty()) result.root = std::move(root);
  if (!result.better_label.empty()) result.better = std::move(better);
  return result;
}

void Speller::respell(QueryNode& root, QueryNode& better, DocumentKind kind,
                      Respelling& result) const {
  if (is<Exclude<QueryNode>>(root)) return;
  const auto children = children_of(root);
  for (std::size_t i = 0; i < children.size(); ++i)
    respell(children[i], children_of(better)[i], kind, result);
  auto* text = get_if<QueryText>(root);
  if (text == nullptr || text->form != TextForm::word || text->field == TextField::author) return;
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
    const auto near = spelling_.near(word, kind, 1);
    if (near.empty()) return;
    result.unknown.push_back(text->text);
    result.instead.push_back(near.front().word);
    text->text = near.front().word;
    better_text = near.front().word;
    add_label(near.front().word, result);
  }
}

bool Speller::has_documents(std::string_view term, DocumentKind kind) const {
  return std::any_of(lists_.begin(), lists_.end(), [&](const PostingLists& lists) {
    return lists.document_frequency(std::string{term}, kind) > 0;
  });
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
