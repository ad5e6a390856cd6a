#include "searcher/hit/prover.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "corpus/structure/credits.h"
#include "index/schema.h"
#include "language/persons/office_holders.h"
#include "language/persons/two_sides.h"
#include "searcher/hit/acting_persons.h"
#include "searcher/hit/copy_for_display.h"
#include "searcher/hit/hit_reader.h"
#include "searcher/query/query_fields.h"

namespace dateline {
namespace {

// All that a condition asks for, alternatives put together.
struct Wanted {
  std::vector<std::uint16_t> countries;
  std::vector<std::string> names;  ///< of organizations or sources
  std::vector<DayRange> days;
  std::vector<persons::Name> persons;
};

void collect(const QueryNode& node, Wanted& wanted) {
  for_each_part<FilterCondition>(node, [&](const FilterCondition& filter) {
    for (const auto code : countries_named(filter)) wanted.countries.push_back(pack_country(code));
    if (const auto* asked = std::get_if<AskedName>(&filter.value)) {
      if (!asked->name.empty()) wanted.names.push_back(asked->name);
    } else if (const auto* person = std::get_if<AskedPerson>(&filter.value)) {
      const persons::NameReader reader;
      for (const auto& name : person->names) wanted.persons.push_back(reader.name(name));
    } else if (const auto* days = std::get_if<AskedDays>(&filter.value)) {
      wanted.days.push_back(to_day_range(days->interval));
    }
  });
}

class Prover {
 public:
  Prover(const Snapshot& snapshot, const DocumentRef& document)
      : segment_(snapshot.segment(document.location.segment)),
        ordinal_(document.location.ordinal),
        is_event_(document.kind == DocumentKind::event),
        article_(is_event_ ? segment_.article_of(ordinal_) : ordinal_) {
    proof_.id = is_event_ ? segment_.event_id(ordinal_) : std::string{segment_.id(article_)};
    proof_.title = segment_.title(article_);
  }

  Proof prove(Facet facet, const QueryNode& condition) {
    Wanted wanted;
    collect(condition, wanted);
    switch (facet) {
      case Facet::about:
        add_focus(wanted);
        break;
      case Facet::pair:
        // An article's pair is of those that it is about, an event's of those that it mentions.
        if (is_event_) {
          add_mentions(wanted, own_span());
          add_sides(wanted);
        } else {
          add_focus(wanted);
        }
        break;
      case Facet::published:
        add_field(segment_.meta(article_).published_source);
        break;
      case Facet::author:
        add_field("author");
        break;
      case Facet::source:
        add_credits(wanted);
        break;
      case Facet::origin:
        add_events(condition);
        break;
      case Facet::date:
        if (is_event_) {
          add_own_date();
        } else {
          add_mentions(wanted, whole());
        }
        break;
      case Facet::country:
      case Facet::region:
      case Facet::organization:
      case Facet::person:
        add_mentions(wanted, is_event_ ? own_span() : whole());
        if (is_event_) add_sides(wanted);
        break;
    }
    return std::move(proof_);
  }

 private:
  [[nodiscard]] Span own_span() const { return segment_.event(ordinal_).span; }
  [[nodiscard]] Span whole() const {
    return {0, static_cast<std::uint32_t>(segment_.text(article_).size())};
  }

  void add(Span span, std::string rule) {
    proof_.spans.push_back({span, copy_for_display(segment_.text(article_), span, {}).text,
                            pages_of(segment_.page_starts(article_), span), std::move(rule)});
  }

  // A value that the article's description holds, and no place of the text.
  void add_field(std::string field) { proof_.spans.push_back({{}, {}, {}, std::move(field)}); }

  [[nodiscard]] bool is_wanted(const MentionRow& mention, const Wanted& wanted) const {
    switch (mention.kind) {
      case MentionKind::country:
        return std::find(wanted.countries.begin(), wanted.countries.end(), mention.value) !=
               wanted.countries.end();
      case MentionKind::organization:
        return std::find(wanted.names.begin(), wanted.names.end(),
                         segment_.organizations.text(mention.value)) != wanted.names.end();
      case MentionKind::person:
        return is_wanted_person(mention, wanted);
      case MentionKind::date:
        break;
    }
    return std::any_of(wanted.days.begin(), wanted.days.end(),
                       [&](const DayRange& days) { return mention.days.overlaps(days); });
  }

  // Persons prove themselves; in events also the country for which they act.
  [[nodiscard]] bool is_wanted_person(const MentionRow& mention, const Wanted& wanted) const {
    if (!wanted.persons.empty()) {
      const persons::NameReader reader;
      const auto name = reader.name(segment_.persons.text(person_number(mention)));
      return std::any_of(wanted.persons.begin(), wanted.persons.end(),
                         [&](const persons::Name& one) { return can_be_same(one, name); });
    }
    return is_event_ && mention.value != 0 &&
           std::find(wanted.countries.begin(), wanted.countries.end(), mention.value) !=
               wanted.countries.end();
  }

  void add_mentions(const Wanted& wanted, Span within) {
    for (const MentionRow& mention : segment_.mentions(article_)) {
      if (!within.contains(mention.span) || !is_wanted(mention, wanted)) continue;
      if (mention.span.empty()) {
        if (!is_event_) add_field("title");
      } else {
        add(mention.span, std::string{segment_.rules.text(mention.rule)});
        if (mention.kind == MentionKind::person) add_office(mention);
      }
    }
  }

  // Countries that act in the event as one of "both sides", and through nobody in particular.
  void add_sides(const Wanted& wanted) {
    const auto persons = acting_persons(segment_, ordinal_);
    const auto acting = segment_.event_acting[ordinal_];
    const bool by_sides = std::any_of(acting.begin(), acting.end(), [&](std::uint16_t code) {
      const auto is_of = [&](const ActingPerson& one) { return pack_country(one.country) == code; };
      return std::find(wanted.countries.begin(), wanted.countries.end(), code) !=
                 wanted.countries.end() &&
             std::none_of(persons.begin(), persons.end(), is_of);
    });
    if (!by_sides) return;
    const Span own = own_span();
    const auto words = words_of_two_sides(own.of(segment_.text(article_)));
    if (words) add({own.begin + words->begin, own.begin + words->end}, "both-sides");
  }

  // What proves for whom a person acts: the words that tell the office, or the table's row.
  void add_office(const MentionRow& mention) {
    if (mention.value == 0) return;
    if (const Span words = office_words(mention); !words.empty()) return add(words, "office");
    const auto name = segment_.persons.text(person_number(mention));
    for (const auto* row : persons::OfficeHolders::built_in().named(name)) {
      const bool same = row->country == unpack_country(mention.value);
      if (!same || (is_event_ && !to_day_range(row->term).overlaps(segment_.days(ordinal_)))) {
        continue;
      }
      add_field(fmt::format("{}: {}, {}–{} ({})", row->name, row->office, row->first_day,
                            row->last_day, row->source));
    }
  }

  // The title, where it names the country; else all its mentions, whose share is large enough.
  void add_focus(const Wanted& wanted) {
    for (const BlockRow& block : segment_.blocks(article_)) {
      if (static_cast<BlockKind>(block.kind) == BlockKind::title)
        add_mentions(wanted, block.content);
    }
    if (proof_.spans.empty()) add_mentions(wanted, whole());
  }

  void add_own_date() {
    const EventRow& row = segment_.event(ordinal_);
    if (row.date_span.empty()) return add_field("published");  // a log's entry
    for (const MentionRow& mention : segment_.mentions(article_)) {
      if (mention.kind == MentionKind::date && mention.span == row.date_span)
        return add(mention.span, std::string{segment_.rules.text(mention.rule)});
    }
    add(row.date_span, {});
  }

  void add_events(const QueryNode& condition) {
    const auto [begin, end] = segment_.events_of(article_);
    for (auto event = begin; event < end; ++event) {
      if (is_event_ && event != ordinal_) continue;
      const EventRow& row = segment_.event(event);
      if (has_origin(condition, segment_.origin(event)))
        add(row.span, std::string{event_origin_name(segment_.origin(event))});
    }
  }

  // The ends of the entries that name a source that is asked for.
  void add_credits(const Wanted& wanted) {
    const auto blocks = segment_.blocks(article_);
    const auto [begin, end] = segment_.events_of(article_);
    for (auto event = begin; event < end; ++event) {
      if (is_event_ && event != ordinal_) continue;
      const auto names = sources_of(segment_, event);
      const bool named = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return std::any_of(wanted.names.begin(), wanted.names.end(), [&](const std::string& asked) {
          return comparable_source(asked) == comparable_source(name);
        });
      });
      const EventRow& row = segment_.event(event);
      if (!named || row.block >= blocks.size()) continue;
      const auto& block = blocks[row.block];
      add({block.content.end, block.span.end}, "credit");
    }
  }

  static bool has_origin(const QueryNode& node, EventOrigin origin) {
    bool found = false;
    for_each_part<FilterCondition>(node, [&](const FilterCondition& filter) {
      const auto* asked = std::get_if<AskedOrigin>(&filter.value);
      found = found || (asked != nullptr && asked->origin == origin);
    });
    return found;
  }

  const Segment& segment_;
  std::uint32_t ordinal_;  // of the article, or of the event
  bool is_event_;
  std::uint32_t article_;
  Proof proof_;
};

}  // namespace

Proof prove_value(const Snapshot& snapshot, const DocumentRef& document, Facet facet,
                  const QueryNode& value) {
  return Prover(snapshot, document).prove(facet, value);
}

}  // namespace dateline
