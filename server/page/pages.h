// The pages: from a request to its HTML.
#pragma once

#include <atomic>
#include <string>

#include "server/api/answers.h"
#include "server/api/reader_pool.h"
#include "server/http/message.h"
#include "server/page/texts.h"
#include "server/page/view.h"

namespace dateline {

/// A page's values. @throws what problem_of() knows.
[[nodiscard]] View search_page(const PageCall& call);
[[nodiscard]] View similar_page(const PageCall& call);
[[nodiscard]] View timeline_page(const PageCall& call);
[[nodiscard]] View pairs_page(const PageCall& call);
/// @param id of an article or an event.
[[nodiscard]] View reader_page(const PageCall& call, const std::string& id);
/// Why a value of a facet counts a document.
[[nodiscard]] View why_page(const PageCall& call);
[[nodiscard]] View help_page(const PageCall& call);
[[nodiscard]] View watch_page(const PageCall& call);

/// What a page's state asks for, matched. `kind` holds where a view shows one kind alone.
[[nodiscard]] PageMatches match_page(const PageCall& call, std::optional<DocumentKind> kind,
                                     std::uint32_t limit);

/// Answers requests for pages. Several threads may use it at once.
class Pages {
 public:
  /// `readers` must outlive it. @param base the path below which the server is reached.
  Pages(ReaderPool& readers, std::string version, std::string base)
      : readers_{readers}, version_{std::move(version)}, base_{std::move(base)} {}

  /// What cannot be shown is a page that says why: never throws.
  [[nodiscard]] HttpResponse answer(const HttpRequest& request,
                                    const std::atomic<bool>* stop) const noexcept;

 private:
  [[nodiscard]] HttpResponse dispatch(const HttpRequest& request,
                                      const std::atomic<bool>* stop) const;
  [[nodiscard]] HttpResponse problem_page(const HttpRequest& request, const RequestProblem& problem,
                                          const std::atomic<bool>* stop) const;
  void add_constants(View& view) const;

  ReaderPool& readers_;
  std::string version_;
  std::string base_;
  Texts texts_;
};

}  // namespace dateline
