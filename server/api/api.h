// The API as a whole: from a request to its answer.
#pragma once

#include <atomic>
#include <string>

#include "server/api/reader_pool.h"
#include "server/http/message.h"

namespace dateline {

/// Answers requests below "/v1". Several threads may use it at once.
class Api {
 public:
  /// `readers` must outlive it. @param version the program's. @param base the path below which the
  /// server is reached, without a slash at its end; may be empty.
  Api(ReaderPool& readers, std::string version, std::string base);

  /// @param request its first segment is "v1". What cannot be answered is a problem: never throws.
  [[nodiscard]] HttpResponse answer(const HttpRequest& request,
                                    const std::atomic<bool>* stop) const noexcept;

 private:
  [[nodiscard]] HttpResponse dispatch(const HttpRequest& request,
                                      const std::atomic<bool>* stop) const;

  ReaderPool& readers_;
  std::string version_;
  std::string base_;
  std::string openapi_;
};

}  // namespace dateline
