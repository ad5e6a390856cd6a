#include "indexer/segment/column_merger.h"

namespace dateline {
namespace {

// The ways of merging that the table names; each moves one row.

struct MadeAnew {
  template <typename Shape>
  void move(const typename Shape::View& /*from*/, MovedRow /*row*/,
            typename Shape::Builder& /*to*/) const noexcept {}
};

struct Copied {
  template <typename Shape>
  void move(const typename Shape::View& from, MovedRow row, typename Shape::Builder& to) const {
    Shape::copy(from, row, to);
  }
};

// A row of numbers that stand for strings.
struct Renumbered {
  Renumbering& numbers;
  bool is_sorted;

  template <typename Shape>
  void move(const typename Shape::View& from, MovedRow row, typename Shape::Builder& to) const {
    move_row(from, row, to);
  }

 private:
  template <typename T>
  void move_row(std::span<const T> from, MovedRow row, std::vector<T>& to) const {
    to.push_back(static_cast<T>(numbers(from[row.from])));
  }
  template <typename T>
  void move_row(const ListColumn<T>& from, MovedRow row, ListBuilder<T>& to) const {
    for (const auto number : from[row.from]) to.values.push_back(static_cast<T>(numbers(number)));
    is_sorted ? to.end_sorted_list() : to.end_list();
  }
};

// A row of mentions, whose rules, organizations and persons are such numbers.
struct Mentions {
  Renumbering& rules;
  Renumbering& organizations;
  Renumbering& persons;

  template <typename Shape>
  void move(const ListColumn<MentionRow>& from, MovedRow row, ListBuilder<MentionRow>& to) const {
    for (MentionRow mention : from[row.from]) {
      mention.rule = static_cast<std::uint16_t>(rules(mention.rule));
      if (mention.kind == MentionKind::organization)
        mention.value = static_cast<std::uint16_t>(organizations(mention.value));
      if (mention.kind == MentionKind::person)
        mention.days.first = static_cast<std::int32_t>(persons(person_number(mention)));
      to.values.push_back(mention);
    }
    to.end_list();
  }
};

// Their names in the table, within ColumnMerger.
#define anew \
  MadeAnew {}
#define copied \
  Copied {}
#define numbers_in(dictionary) \
  Renumbered { numbers_.dictionary, false }
#define sorted_numbers_in(dictionary) \
  Renumbered { numbers_.dictionary, true }
#define mention_rows \
  Mentions { numbers_.rules, numbers_.organizations, numbers_.persons }

Renumberings renumberings(const ColumnViews& from, ColumnBuilders& to) {
  return {
#define COLUMN(member, name, kind, rows, presence, merging)
#define DICTIONARY(member, name, presence) Renumbering(from.member, to.member),
#include "index/column_table.def"
  };
}

}  // namespace

ColumnMerger::ColumnMerger(const ColumnViews& from, ColumnBuilders& to)
    : from_(from), to_(to), numbers_(renumberings(from, to)) {}

template <RowsOf kRows>
void ColumnMerger::take(MovedRow row) {
#define COLUMN(member, name, kind, counted_by, presence, merging) \
  if constexpr (RowsOf::counted_by == kRows)                      \
    (merging).template move<shape::kind>(from_.member, row, to_.member);
#define DICTIONARY(member, name, presence)
#include "index/column_table.def"
}

#undef anew
#undef copied
#undef numbers_in
#undef sorted_numbers_in
#undef mention_rows

void ColumnMerger::take_article(MovedRow row) { take<RowsOf::articles>(row); }
void ColumnMerger::take_event(MovedRow row) { take<RowsOf::events>(row); }

}  // namespace dateline
