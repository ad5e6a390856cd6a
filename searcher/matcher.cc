#include "searcher/matcher.h"

#include <algorithm>

#include "corpus/article.h"
#include "index/date_terms.h"
#include "index/schema.h"
#include "searcher/prefix.h"
#include "searcher/text_verifier.h"

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

Bitmap Matcher::match(const Condition& condition, DatabaseKind kind) {
  Bitmap result = evaluate(condition, kind);
  result &= segment_.live(kind);
  return result;
}

Bitmap Matcher::evaluate(const Condition& condition, DatabaseKind kind) {
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
      return countries(condition, kind);
    case Kind::date:
      return dates(condition.interval, kind);
    case Kind::published:
      return published(to_day_range(condition.interval), kind);
    case Kind::origin:
      return origin(condition.origin, kind);
  }
  return Bitmap(segment_.count(kind));
}

Bitmap Matcher::combine(const Condition& condition, DatabaseKind kind) {
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

Bitmap Matcher::text(const Condition& condition, DatabaseKind kind) {
  return kind == DatabaseKind::articles ? text_of_articles(condition) : text_of_events(condition);
}

// The documents that have all terms of a text, wherever they stand; for a prefix, any of its
// expansions.
Bitmap Matcher::candidates(const Condition& condition, std::string_view prefix, DatabaseKind kind) {
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
  Bitmap result = candidates(condition, prefix_of(condition.field), DatabaseKind::articles);
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
    Bitmap result = events_of(candidates(condition, kHeadingPrefix, DatabaseKind::articles));
    result.keep_if([&](std::size_t event) {
      return verifier.section_matches(static_cast<std::uint32_t>(event));
    });
    return result;
  }
  Bitmap result = candidates(condition, {}, DatabaseKind::events);
  if (condition.kind == Kind::phrase) {
    result.keep_if([&](std::size_t event) {
      return verifier.event_matches(static_cast<std::uint32_t>(event));
    });
  }
  return result;
}

Bitmap Matcher::countries(const Condition& condition, DatabaseKind kind) {
  Bitmap result(segment_.count(kind), condition.match_all);
  for (const auto code : condition.countries) {
    std::string term{kCountryPrefix};
    term += code.view();
    if (condition.match_all) {
      result &= postings(term, kind);
    } else {
      add_postings(term, kind, result);
    }
  }
  return result;
}

Bitmap Matcher::dates(const DateInterval& interval, DatabaseKind kind) {
  const auto days = to_day_range(interval);
  if (kind == DatabaseKind::articles) return dates_of_articles(days);
  Bitmap result(segment_.event_count());
  const auto all = segment_.event_days();
  for (std::size_t event = 0; event < all.size(); ++event) {
    if (all[event].overlaps(days)) result.set(event);
  }
  return result;
}

Bitmap Matcher::dates_of_articles(DayRange days) {
  Bitmap result(segment_.article_count());
  const auto& database = lists_.database(DatabaseKind::articles);
  for (const auto& range : date_term_ranges(days)) {
    auto term = database.allterms_begin(range.first.substr(0, kDatePrefix.size() + 1));
    term.skip_to(range.first);
    for (; term != database.allterms_end() && *term <= range.last; ++term) {
      if (!(*term).starts_with(range.first.substr(0, kDatePrefix.size() + 1))) break;
      add_postings(*term, DatabaseKind::articles, result);
    }
  }
  result.keep_if([&](std::size_t article) {
    const auto dates = segment_.article_dates[static_cast<std::uint32_t>(article)];
    return std::any_of(dates.begin(), dates.end(),
                       [&](const DateRow& row) { return row.days.overlaps(days); });
  });
  return result;
}

Bitmap Matcher::published(DayRange days, DatabaseKind kind) {
  Bitmap result(segment_.article_count());
  for (std::uint32_t article = 0; article < segment_.article_count(); ++article) {
    const auto period = segment_.published(article);
    if (period.known() && period.overlaps(days)) result.set(article);
  }
  return kind == DatabaseKind::articles ? result : events_of(result);
}

Bitmap Matcher::origin(EventOrigin origin, DatabaseKind kind) {
  Bitmap result(segment_.count(kind));
  for (std::uint32_t event = 0; event < segment_.event_count(); ++event) {
    if (segment_.event(event).origin != origin) continue;
    result.set(kind == DatabaseKind::events ? event : segment_.article_of(event));
  }
  return result;
}

Bitmap Matcher::postings(const std::string& term, DatabaseKind kind) {
  Bitmap result(segment_.count(kind));
  add_postings(term, kind, result);
  return result;
}

void Matcher::add_postings(const std::string& term, DatabaseKind kind, Bitmap& into) {
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
