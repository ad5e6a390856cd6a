// The endpoints of the API: one table.
#pragma once

#include <span>
#include <string_view>

#include "presenter/formats.h"
#include "server/api/call.h"
#include "server/http/message.h"

namespace dateline {

/// An endpoint. Its path is "/v1/" and its name; where `takes_path` is set, more segments follow.
struct Endpoint {
  std::string_view name;
  std::string_view summary;
  std::string_view command;  ///< the command whose answer it gives; empty: none's
  std::string_view
      schema;           ///< of its JSON: a definition of docs/output.schema.json; empty: its own
  unsigned groups = 0;  ///< of parameters
  std::span<const Format> formats;  ///< the first unless another is asked for
  bool takes_path = false;
  bool has_state = true;  ///< the answer depends on the index's state and the request alone
  HttpResponse (*answer)(ApiCall&& call) = nullptr;
};

/// All of them. Valid for ever.
[[nodiscard]] std::span<const Endpoint> endpoints() noexcept;

/// @return nullptr when there is none of this name.
[[nodiscard]] const Endpoint* find_endpoint(std::string_view name) noexcept;

}  // namespace dateline
