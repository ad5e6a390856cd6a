// Files that pages load: style, script, picture.
#pragma once

#include <optional>
#include <string>

#include "server/http/message.h"

namespace dateline {

/// A part of their path that differs when one of them does, so that browsers may keep them for good.
[[nodiscard]] const std::string& asset_tag();

/// The answer to "/assets/TAG/NAME", whatever the tag; nullopt for any other path.
[[nodiscard]] std::optional<HttpResponse> answer_asset(const HttpRequest& request);

}  // namespace dateline
