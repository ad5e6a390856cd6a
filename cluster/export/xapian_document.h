// Documents as Xapian's own tools expect them.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

#include "cluster/documents/document.h"

namespace dateline {

/// What Xapian keeps of a document beside its words, by number of the slot.
enum XapianSlot : Xapian::valueno {
  kFirstDaySlot = 0,  ///< events: 20010219, as Xapian::sortable_serialise() writes it
  kLastDaySlot = 1,
  kPublishedFirstSlot = 2,  ///< article's
  kPublishedLastSlot = 3,
  kPrecisionSlot = 4,  ///< events: 0 (day) to 8 (century)
  kArticleSlot = 5,    ///< article's id, to collapse events by
};

/// Makes Xapian documents of articles and events. For one thread.
class XapianDocuments {
 public:
  /// @param language BCP 47; words of one without a stemmer stay as they are.
  explicit XapianDocuments(std::string_view language);

  [[nodiscard]] Xapian::Document of(const ArticleDocument& document);
  [[nodiscard]] Xapian::Document of(const EventDocument& document);

 private:
  void begin(Xapian::Document& document);
  void add_inherited(const InheritedFields& fields, Xapian::Document& document);

  Xapian::TermGenerator words_;
};

/// The boolean term of a value: a prefix of several letters is set off by a colon from a capital
/// ("XCOUNTRY:RU", "XREGIONeurope"), as Xapian::QueryParser does it. What is longer than a term may
/// be ends in its hash.
[[nodiscard]] std::string xapian_term(std::string_view prefix, std::string_view value);

}  // namespace dateline
