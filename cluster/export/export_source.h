// What is exported.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "cluster/documents/document.h"
#include "index/bitmap.h"
#include "index/snapshot.h"

namespace dateline {

/// Articles and events, from wherever they are: read twice, one kind behind the other. For one
/// thread. Functions @throw IndexError (missing): damaged, or not to be reached.
class ExportSource {
 public:
  /// Takes a document, which is there until it returns, and its number in the order of the archive,
  /// from 0.
  using TakeArticle = std::function<void(const ArticleDocument& document, std::uint64_t number)>;
  using TakeEvent = std::function<void(const EventDocument& document, std::uint64_t number)>;

  ExportSource() = default;
  ExportSource(ExportSource&&) = delete;
  virtual ~ExportSource() = default;

  [[nodiscard]] virtual std::string language() const = 0;
  /// What the documents' words were made by: Analyzer::fingerprint().
  [[nodiscard]] virtual std::string analyzer() const = 0;
  [[nodiscard]] virtual std::uint64_t generation() const = 0;
  /// Passes on all articles. @return how many; fewer when a stop is requested.
  virtual std::uint64_t articles(const TakeArticle& take) = 0;
  /// The same of events.
  virtual std::uint64_t events(const TakeEvent& take) = 0;
  [[nodiscard]] virtual bool is_stopped() const noexcept = 0;
};

/// Documents of an index. @param articles,events one set a segment @param stop looked at before each
/// document. `snapshot` must outlive it. @throws IndexError (missing) when another analyzer made the
/// index.
[[nodiscard]] std::unique_ptr<ExportSource> index_export_source(const Snapshot& snapshot,
                                                                std::vector<Bitmap> articles,
                                                                std::vector<Bitmap> events,
                                                                std::stop_token stop);

/// What was written.
struct ExportReport {
  std::uint64_t articles = 0;
  std::uint64_t events = 0;
  bool is_stopped = false;  ///< then the rest is not there
};

}  // namespace dateline
