// Answers of a cluster, read.
#pragma once

#include <fmt/format.h>
#include <simdjson.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "cluster/http/cluster_error.h"
#include "cluster/http/http_client.h"

namespace dateline {

/// Does nothing when the status says that `what` ("searching", "writing articles") was done.
/// @throws ClusterError with what the status means and the reason that the body gives: denied for
/// 401 and 403, absent for 404, conflict for 409, busy for 429 and 503, else wrong.
void require_ok(const HttpAnswer& answer, std::string_view what);

/// The JSON of an answer. Elements, and texts in them, live as long as this object.
class AnswerJson {
 public:
  /// @throws ClusterError as require_ok(); (wrong) when the body is no JSON.
  AnswerJson(const HttpAnswer& answer, std::string_view what);

  [[nodiscard]] simdjson::dom::element root() const noexcept { return root_; }

  /// What stands at `path` ("_source", "hits.total.value": names joined by dots) below `from`: a
  /// std::string_view, bool, double, std::int64_t, std::uint64_t, simdjson::dom::array, object or
  /// element.
  /// @throws ClusterError (wrong) when nothing does, or something of another type.
  template <typename Value>
  [[nodiscard]] Value read(simdjson::dom::element from, std::string_view path) const {
    const auto found = find(from, path);
    if (!found) fail(path);
    if constexpr (std::is_same_v<Value, simdjson::dom::element>) {
      return *found;
    } else {
      Value value{};
      if (found->template get<Value>().get(value) != simdjson::SUCCESS) fail(path);
      return value;
    }
  }
  template <typename Value>
  [[nodiscard]] Value read(std::string_view path) const {
    return read<Value>(root_, path);
  }

  /// What stands there; nullopt when nothing does.
  [[nodiscard]] static std::optional<simdjson::dom::element> find(simdjson::dom::element from,
                                                                  std::string_view path) noexcept;

  /// Of a search, or a count: @throws ClusterError (no_answer) when a shard has not answered or the
  /// cluster gave up, so that figures would be too small.
  void require_whole() const { require_whole(root_); }
  /// The same of one of several in an answer.
  void require_whole(simdjson::dom::element search) const;

 private:
  [[noreturn]] void fail(std::string_view path) const;

  std::string place_;
  std::string what_;
  std::unique_ptr<simdjson::dom::parser> parser_;
  simdjson::dom::element root_;
};

}  // namespace dateline
