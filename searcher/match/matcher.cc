#include "searcher/match/matcher.h"

#include <string>
#include <variant>

#include "corpus/article.h"
#include "index/schema.h"
#include "searcher/match/filter_matchers.h"
#include "searcher/match/prefix.h"
#include "searcher/match/text_verifier.h"

namespace dateline {
namespace {

// A condition becomes a set of bits for each segment, and the tree is evaluated from the leaves up
// by operations on whole words of bits: no document is visited twice, and no leaf needs to know
// what it is combined with. A text is first looked up by its terms, which finds too much where
// words must stand together or in one field; the few documents that remain are verified in their
// tokens.

std::string_view prefix_of(TextField field) noexcept {
  switch (field) {
    case TextField::title:
      return kTitlePrefix;
    case TextField::heading:
      return kHeadingPrefix;
    case TextField::author:
      return kAuthorPrefix;
    default:
      return {};
  }
}

}  // namespace

Bitmap Matcher::match(const Condition& condition, DocumentKind kind) {
  Bitmap result = evaluate(condition, kind);
  result &= segment_.live(kind);
  return result;
}

Bitmap Matcher::evaluate(const Condition& condition, DocumentKind kind) {
  return std::visit(
      Overloaded{[&](const AllOf<Condition>& all) { return all_of(all.children, kind); },
                 [&](const AnyOf<Condition>& any) { return any_of(any.children, kind); },
                 [&](const Exclude<Condition>& no) { return excluded(no.children.front(), kind); },
                 [&](const TextCondition& text) { return this->text(text, kind); },
                 [&](const FilterCondition& filter) { return match_filter(sets_, filter, kind); }},
      condition.form);
}

Bitmap Matcher::all_of(const std::vector<Condition>& children, DocumentKind kind) {
  Bitmap result = evaluate(children.front(), kind);
  for (std::size_t i = 1; i < children.size(); ++i) result &= evaluate(children[i], kind);
  return result;
}

Bitmap Matcher::any_of(const std::vector<Condition>& children, DocumentKind kind) {
  Bitmap result = evaluate(children.front(), kind);
  for (std::size_t i = 1; i < children.size(); ++i) result |= evaluate(children[i], kind);
  return result;
}

Bitmap Matcher::excluded(const Condition& child, DocumentKind kind) {
  Bitmap result = evaluate(child, kind);
  result.flip();
  return result;
}

Bitmap Matcher::text(const TextCondition& text, DocumentKind kind) {
  if (text.is_optional) return Bitmap(segment_.count(kind), true);
  return kind == DocumentKind::article ? text_of_articles(text) : text_of_events(text);
}

// The documents that have all terms of a text, wherever they stand; for a prefix, any of its
// expansions.
Bitmap Matcher::candidates(const TextCondition& text, std::string_view prefix, DocumentKind kind) {
  const auto with_prefix = [prefix](std::string_view term) {
    std::string whole{prefix};
    whole += term;
    return whole;
  };
  if (text.form == TextForm::prefix) {
    Bitmap result(segment_.count(kind));
    for (const auto id : expand_prefix(segment_, text.terms.front())) {
      sets_.add_postings(with_prefix(segment_.terms.text(id)), kind, result);
    }
    return result;
  }
  Bitmap result = sets_.postings(with_prefix(text.terms.front()), kind);
  for (std::size_t i = 1; i < text.terms.size(); ++i) {
    result &= sets_.postings(with_prefix(text.terms[i]), kind);
  }
  return result;
}

// The documents that have all terms of a name that holds the text: only there may the text be a
// piece of it.
Bitmap Matcher::with_longer_names(const TextCondition& text, DocumentKind kind) {
  Bitmap result(segment_.count(kind));
  for (const auto& longer : text.longer) {
    Bitmap all = sets_.postings(longer.terms.front(), kind);
    for (std::size_t i = 1; i < longer.terms.size(); ++i)
      all &= sets_.postings(longer.terms[i], kind);
    result |= all;
  }
  return result;
}

Bitmap Matcher::text_of_articles(const TextCondition& text) {
  Bitmap result = candidates(text, prefix_of(text.field), DocumentKind::article);
  const bool decided_by_terms = text.form != TextForm::phrase && text.field != TextField::text;
  if (decided_by_terms && text.longer.empty()) return result;
  TextVerifier verifier(segment_, analyzer_, text);
  const auto in_doubt = with_longer_names(text, DocumentKind::article);
  result.keep_if([&](std::size_t article) {
    return (decided_by_terms && !in_doubt.test(article)) ||
           verifier.article_matches(static_cast<std::uint32_t>(article));
  });
  return result;
}

Bitmap Matcher::text_of_events(const TextCondition& text) {
  if (text.field == TextField::title || text.field == TextField::author) {
    return sets_.events_of(text_of_articles(text));
  }
  TextVerifier verifier(segment_, analyzer_, text);
  if (text.field == TextField::heading) {
    Bitmap result = sets_.events_of(candidates(text, kHeadingPrefix, DocumentKind::article));
    result.keep_if([&](std::size_t event) {
      return verifier.section_matches(static_cast<std::uint32_t>(event));
    });
    return result;
  }
  Bitmap result = candidates(text, {}, DocumentKind::event);
  if (text.form == TextForm::phrase || !text.longer.empty()) {
    const auto in_doubt = with_longer_names(text, DocumentKind::event);
    result.keep_if([&](std::size_t event) {
      return (text.form != TextForm::phrase && !in_doubt.test(event)) ||
             verifier.event_matches(static_cast<std::uint32_t>(event));
    });
  }
  return result;
}

}  // namespace dateline
