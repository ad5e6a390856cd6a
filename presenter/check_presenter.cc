#include "presenter/check_presenter.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "index/saved_queries.h"
#include "presenter/amount.h"
#include "presenter/json_values.h"

namespace dateline {
namespace {

constexpr std::size_t kShownIds = 10;

std::string concerned_text(const Damage& damage) {
  if (damage.article_count == 0) return {};
  auto text = fmt::format("; concerns {}", plural(damage.article_count, "article"));
  if (damage.articles.empty()) return text;
  const auto shown = std::min(damage.articles.size(), kShownIds);
  text += fmt::format(
      ": {}", fmt::join(damage.articles.begin(),
                        damage.articles.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  return damage.articles.size() > shown ? text + ", …" : text;
}

std::string place_of(const Damage& damage) {
  if (damage.segment.empty()) return damage.file;
  if (damage.file.empty()) return fmt::format("segments/{}", damage.segment);
  return fmt::format("segments/{}/{}", damage.segment, damage.file);
}

}  // namespace

bool is_of_saved_queries(const Damage& damage) noexcept {
  return damage.segment.empty() && damage.file == kQueriesFile;
}

std::string to_text(const CheckReport& report, const TextStyle&) {
  if (!report.damages.empty()) return {};
  return fmt::format("sound: {} in {}, {} compared\n", plural(report.articles, "article"),
                     plural(report.segments, "segment"), bytes_text(report.bytes));
}

std::string to_json(const CheckReport& report) {
  Json damages = Json::array();
  for (const auto& damage : report.damages) {
    damages.push_back({{"place", place_of(damage)},
                       {"what", damage.what},
                       {"article_count", damage.article_count},
                       {"articles", damage.articles}});
  }
  return dump(Json{{"schema", kOutputSchema},
                   {"sound", report.damages.empty()},
                   {"segments", report.segments},
                   {"articles", report.articles},
                   {"bytes", report.bytes},
                   {"without_checksums", report.unsealed},
                   {"damages", std::move(damages)}});
}

std::vector<std::string> complaints(const CheckReport& report, const std::filesystem::path& index) {
  std::vector<std::string> lines;
  lines.reserve(report.damages.size() + 2);
  for (const auto& damage : report.damages)
    lines.push_back(fmt::format("{} {}{}", place_of(damage), damage.what, concerned_text(damage)));
  if (!report.unsealed.empty()) {
    lines.push_back(
        fmt::format("{}: no checksums, made by an earlier version; 'dateline compact' makes them",
                    plural(report.unsealed.size(), "segment")));
  }
  if (std::all_of(report.damages.begin(), report.damages.end(), is_of_saved_queries)) return lines;
  lines.push_back(fmt::format(
      "the index is damaged: restore {} from a backup, or run 'dateline index --rebuild', which "
      "reads the sources again, and keeps from the index what is undamaged and has no source any "
      "more",
      index.string()));
  return lines;
}

}  // namespace dateline
