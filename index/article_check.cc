#include "index/article_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "index/content_hash.h"
#include "index/error.h"
#include "index/index_file.h"
#include "index/schema.h"
#include "language/utf8.h"

namespace dateline {
namespace {

// What is wrong with an article by itself; empty: nothing.
class Reading {
 public:
  Reading(const Segment& segment, const ArticleTerms& terms) : segment_(segment), terms_(terms) {}

  [[nodiscard]] std::string fault(std::uint32_t article) const {
    const auto text = segment_.text(article);
    const auto meta = segment_.meta(article);
    if (content_hash(meta, text) != meta.hash) return "is not the text that was indexed";
    if (find_invalid_utf8(text)) return "is no UTF-8";
    if (!tokens_fit(article)) return "has words outside its text";
    if (!rows_fit(article)) return "has blocks, mentions or events that it cannot have";
    if (!pages_fit(article, text.size())) return "has pages outside its text";
    if (!is_in_xapian(article)) return "is not found under its id";
    return {};
  }

 private:
  // The cursors and rows refuse what does not fit.
  [[nodiscard]] bool tokens_fit(std::uint32_t article) const {
    try {
      auto tokens = segment_.article_tokens(article);
      for (StoredToken token; tokens.next(token);) {
      }
      const auto events = segment_.events_of(article);
      for (auto event = events.begin; event < events.end; ++event) {
        auto own = segment_.event_tokens(event);
        for (StoredToken token; own.next(token);) {
        }
      }
      return true;
    } catch (const IndexError&) {
      return false;
    }
  }

  [[nodiscard]] bool rows_fit(std::uint32_t article) const {
    try {
      for (const auto& block : segment_.blocks(article)) (void)block;
      for (const auto& date : segment_.dates(article)) (void)date;
      for (const auto& mention : segment_.mentions(article)) {
        if (mention.rule >= segment_.rules.size()) return false;
      }
      const auto events = segment_.events_of(article);
      for (auto event = events.begin; event < events.end; ++event) {
        (void)segment_.event(event);
        if (segment_.article_of(event) != article) return false;
      }
      return true;
    } catch (const IndexError&) {
      return false;
    }
  }

  [[nodiscard]] bool pages_fit(std::uint32_t article, std::size_t size) const {
    const auto starts = segment_.page_starts(article);
    return std::is_sorted(starts.begin(), starts.end()) &&
           (starts.empty() || starts.back() <= size);
  }

  [[nodiscard]] bool is_in_xapian(std::uint32_t article) const {
    const auto found = terms_.postings(id_term(segment_.id(article))).articles;
    return std::find(found.begin(), found.end(), article) != found.end();
  }

  const Segment& segment_;
  const ArticleTerms& terms_;
};

}  // namespace

void ArticleCheck::run(const std::filesystem::path& directory, const SegmentEntry& entry,
                       SegmentCheck& report) {
  try {
    const Segment segment(directory, entry);
    const auto terms = segment.open_articles();
    const Reading reading(segment, terms);
    segment.live(DocumentKind::article).for_each([&](std::size_t i) {
      const auto article = static_cast<std::uint32_t>(i);
      auto fault = reading.fault(article);
      if (fault.empty() && !ids_.emplace(segment.id(article)).second) fault = "is there twice";
      if (fault.empty()) return;
      report.add("", fault, [article](std::uint32_t other) { return other == article; });
    });
  } catch (const IndexError& error) {
    pass_over_damage(error);
    report.add("", error.what());
  }
}

}  // namespace dateline
