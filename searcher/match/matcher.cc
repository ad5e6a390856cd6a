#include "searcher/match/matcher.h"

#include "corpus/article.h"
#include "index/schema.h"
#include "searcher/match/prefix.h"
#include "searcher/match/text_verifier.h"

namespace dateline {
namespace {

using Kind = QueryNode::Kind;

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
  switch (condition.kind) {
    case Kind::all:
    case Kind::any:
    case Kind::exclude:
      return combine(condition, kind);
    case Kind::word:
    case Kind::phrase:
    case Kind::prefix:
      return text(condition, kind);
    case Kind::country:
    case Kind::region:
      return countries(condition, kCountryPrefix, kind);
    case Kind::about:
      return about(condition, kind);
    case Kind::pair:
      return pair(condition, kind);
    case Kind::organization:
      return organization(condition, kind);
    case Kind::id:
      return id(condition.value, kind);
    case Kind::date:
      return dates(condition, kind);
    case Kind::published:
      return published(to_day_range(condition.interval), kind);
    case Kind::origin:
      return origin(condition.origin, kind);
  }
  return Bitmap(segment_.count(kind));
}

Bitmap Matcher::combine(const Condition& condition, DocumentKind kind) {
  Bitmap result = evaluate(condition.children.front(), kind);
  if (condition.kind == Kind::exclude) {
    result.flip();
    return result;
  }
  for (std::size_t i = 1; i < condition.children.size(); ++i) {
    const Bitmap next = evaluate(condition.children[i], kind);
    if (condition.kind == Kind::all) {
      result &= next;
    } else {
      result |= next;
    }
  }
  return result;
}

Bitmap Matcher::text(const Condition& condition, DocumentKind kind) {
  return kind == DocumentKind::article ? text_of_articles(condition) : text_of_events(condition);
}

// The documents that have all terms of a text, wherever they stand; for a prefix, any of its
// expansions.
Bitmap Matcher::candidates(const Condition& condition, std::string_view prefix, DocumentKind kind) {
  const auto with_prefix = [prefix](std::string_view term) {
    std::string whole{prefix};
    whole += term;
    return whole;
  };
  if (condition.kind == Kind::prefix) {
    Bitmap result(segment_.count(kind));
    for (const auto id : expand_prefix(segment_, condition.terms.front())) {
      add_postings(with_prefix(segment_.terms.text(id)), kind, result);
    }
    return result;
  }
  Bitmap result = postings(with_prefix(condition.terms.front()), kind);
  for (std::size_t i = 1; i < condition.terms.size(); ++i) {
    result &= postings(with_prefix(condition.terms[i]), kind);
  }
  return result;
}

Bitmap Matcher::text_of_articles(const Condition& condition) {
  Bitmap result = candidates(condition, prefix_of(condition.field), DocumentKind::article);
  const bool decided_by_terms =
      condition.kind != Kind::phrase && condition.field != TextField::text;
  if (decided_by_terms) return result;
  TextVerifier verifier(segment_, analyzer_, condition);
  result.keep_if([&](std::size_t article) {
    return verifier.article_matches(static_cast<std::uint32_t>(article));
  });
  return result;
}

Bitmap Matcher::text_of_events(const Condition& condition) {
  if (condition.field == TextField::title || condition.field == TextField::author) {
    return events_of(text_of_articles(condition));
  }
  TextVerifier verifier(segment_, analyzer_, condition);
  if (condition.field == TextField::heading) {
    Bitmap result = events_of(candidates(condition, kHeadingPrefix, DocumentKind::article));
    result.keep_if([&](std::size_t event) {
      return verifier.section_matches(static_cast<std::uint32_t>(event));
    });
    return result;
  }
  Bitmap result = candidates(condition, {}, DocumentKind::event);
  if (condition.kind == Kind::phrase) {
    result.keep_if([&](std::size_t event) {
      return verifier.event_matches(static_cast<std::uint32_t>(event));
    });
  }
  return result;
}

Bitmap Matcher::countries(const Condition& condition, std::string_view prefix, DocumentKind kind) {
  Bitmap result(segment_.count(kind), condition.match_all);
  for (const auto code : condition.countries) {
    std::string term{prefix};
    term += code.view();
    if (condition.match_all) {
      result &= postings(term, kind);
    } else {
      add_postings(term, kind, result);
    }
  }
  return result;
}

Bitmap Matcher::about(const Condition& condition, DocumentKind kind) {
  auto articles = countries(condition, kAboutPrefix, DocumentKind::article);
  return kind == DocumentKind::article ? articles : events_of(articles);
}

// Of an event both are its own; an article is about both.
Bitmap Matcher::pair(const Condition& condition, DocumentKind kind) {
  auto both = condition;
  both.match_all = true;
  return countries(both, kind == DocumentKind::article ? kAboutPrefix : kCountryPrefix, kind);
}

Bitmap Matcher::organization(const Condition& condition, DocumentKind kind) {
  std::string term{kOrganizationPrefix};
  term += condition.value;
  return postings(term, kind);
}

Bitmap Matcher::id(const std::string& id, DocumentKind kind) {
  const auto mark = id.rfind('#');
  const auto is_of = [&](std::size_t event) {
    return segment_.event_id(static_cast<std::uint32_t>(event)) == id;
  };
  Bitmap articles = postings(id_term(id), DocumentKind::article);
  if (mark == std::string::npos)
    return kind == DocumentKind::article ? articles : events_of(articles);
  articles = postings(id_term(std::string_view{id}.substr(0, mark)), DocumentKind::article);
  articles &= segment_.live(DocumentKind::article);
  Bitmap events = events_of(articles);
  events.keep_if(is_of);
  if (kind == DocumentKind::event) return events;
  if (events.count() == 0) return Bitmap(segment_.article_count());
  return articles;
}

Bitmap Matcher::origin(EventOrigin origin, DocumentKind kind) {
  Bitmap result(segment_.count(kind));
  for (std::uint32_t event = 0; event < segment_.event_count(); ++event) {
    if (segment_.origin(event) != origin) continue;
    result.set(kind == DocumentKind::event ? event : segment_.article_of(event));
  }
  return result;
}

Bitmap Matcher::postings(const std::string& term, DocumentKind kind) {
  Bitmap result(segment_.count(kind));
  add_postings(term, kind, result);
  return result;
}

void Matcher::add_postings(const std::string& term, DocumentKind kind, Bitmap& into) {
  for (const auto document : lists_.get(term, kind).documents) into.set(document);
}

Bitmap Matcher::events_of(const Bitmap& articles) const {
  Bitmap result(segment_.event_count());
  articles.for_each([&](std::size_t article) {
    const auto [begin, end] = segment_.events_of(static_cast<std::uint32_t>(article));
    result.set_range(begin, end);
  });
  return result;
}

}  // namespace dateline
