#include "server/page/assets.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "searcher/answers/cursor.h"
#include "server/http/gzip.h"

namespace dateline {
namespace {

struct Asset {
  std::string_view name;
  std::string_view type;
  std::string_view text;
};

constexpr std::array<Asset, 3> kAssets{{
    {
        "page.css",
        "text/css; charset=utf-8",
#include "page.css.inc"
    },
    {
        "page.js",
        "text/javascript; charset=utf-8",
#include "page.js.inc"
    },
    {
        "icon.svg",
        "image/svg+xml",
#include "icon.svg.inc"
    },
}};

// Each compressed once.
const std::array<std::string, kAssets.size()>& compressed_assets() {
  static const auto kCompressed = [] {
    std::array<std::string, kAssets.size()> compressed;
    std::transform(kAssets.begin(), kAssets.end(), compressed.begin(),
                   [](const Asset& asset) { return gzip_compressed(asset.text); });
    return compressed;
  }();
  return kCompressed;
}

}  // namespace

const std::string& asset_tag() {
  static const std::string kTag = [] {
    std::string all;
    for (const auto& asset : kAssets) all += asset.text;
    return fmt::format("{:08x}", short_hash(all) >> 32);
  }();
  return kTag;
}

std::optional<HttpResponse> answer_asset(const HttpRequest& request) {
  const auto& segments = request.target.segments;
  if (segments.size() != 3 || segments[0] != "assets") return std::nullopt;
  for (std::size_t i = 0; i < kAssets.size(); ++i) {
    if (kAssets[i].name != segments[2]) continue;
    HttpResponse response;
    response.set("Content-Type", kAssets[i].type);
    response.set("Cache-Control", "public, max-age=31536000, immutable");
    if (accepts_gzip(request.accept_encoding)) {
      response.set("Content-Encoding", "gzip");
      response.set("Vary", "Accept-Encoding");
      response.body = compressed_assets()[i];
    } else {
      response.body = kAssets[i].text;
    }
    return response;
  }
  return std::nullopt;
}

}  // namespace dateline
