#include "presenter/info_presenter.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "index/schema.h"
#include "language/display.h"
#include "presenter/amount.h"
#include "presenter/json_values.h"

namespace dateline {
namespace {

std::string local_time(std::chrono::system_clock::time_point time) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%S%z}",
                     fmt::localtime(std::chrono::system_clock::to_time_t(time)));
}

std::string span_text(DayRange days) {
  if (!days.known()) return "none";
  const auto interval = to_interval(days);
  return fmt::format("{} to {}", format_day(interval.first), format_day(interval.last));
}

Json span_value(DayRange days) { return days.known() ? interval_json(to_interval(days)) : Json{}; }

Json size_json(const IndexSize& size) {
  return {{"texts", size.texts},       {"tokens", size.tokens}, {"columns", size.columns},
          {"articles", size.articles}, {"other", size.other},   {"total", size.total()},
          {"unnamed", size.unnamed}};
}

std::string info_line(std::string_view name, std::string_view value) {
  return fmt::format("{:<14}{}\n", name, printable(value));
}

std::string size_text(const IndexSize& size) {
  auto text = fmt::format("{}: text {}, tokens {}, columns {}, Xapian {}", bytes_text(size.total()),
                          bytes_text(size.texts), bytes_text(size.tokens), bytes_text(size.columns),
                          bytes_text(size.articles));
  if (size.unnamed > 0) {
    text += fmt::format("; beside it {} being written or still read", bytes_text(size.unnamed));
  }
  return text;
}

Json cluster_json(const ClusterParts& parts) {
  return {{"shards", parts.shards},
          {"replicas", parts.replicas},
          {"article_bytes", parts.article_bytes},
          {"event_bytes", parts.event_bytes}};
}

std::string cluster_lines(const ClusterParts& parts) {
  const auto once = parts.article_bytes + parts.event_bytes;
  auto size = fmt::format("{}: articles {}, events {}", bytes_text(once),
                          bytes_text(parts.article_bytes), bytes_text(parts.event_bytes));
  if (parts.replicas > 0)
    size += fmt::format("; with its copies {}", bytes_text(once * (parts.replicas + 1)));
  const auto shards = parts.replicas == 0
                          ? fmt::format("{}, one copy of each", parts.shards)
                          : fmt::format("{}, {} copies of each", parts.shards, parts.replicas + 1);
  return info_line("shards", shards) + info_line("size", size);
}

}  // namespace

std::string to_json(const InfoAnswer& answer) {
  const auto& [archive, pdf_sandbox, outdated] = answer;
  const auto& [place, manifest, info, duplicates, writer, cluster] = archive;
  Json json{{"schema", kOutputSchema},
            {"index", place},
            {"id", manifest.id},
            {"index_schema", cluster ? cluster->schema : kSchemaVersion},
            {"analyzer", manifest.analyzer},
            {"extractor", manifest.extractor},
            {"language", manifest.language},
            {"articles", info.articles},
            {"events", info.events},
            {"removed", info.removed},
            {"stale", info.stale},
            {"duplicates", duplicates ? Json(*duplicates) : Json{}},
            {"segments", manifest.segments.size()},
            {"dates", span_value(info.days)},
            {"published", span_value(info.published)},
            {"undated", info.undated},
            {"authors", info.authors},
            {"organizations", info.organizations},
            {"bytes", size_json(info.size)},
            {"generation", manifest.generation},
            {"last_publication", local_time(info.last_publication)},
            {"writer", writer ? Json(*writer) : Json{}}};
  if (cluster) json["cluster"] = cluster_json(*cluster);
  if (pdf_sandbox) json["pdf_sandbox"] = *pdf_sandbox;
  if (outdated) json["outdated"] = *outdated;
  return dump(json);
}

std::string to_text(const InfoAnswer& answer, const TextStyle&) {
  const auto& [archive, pdf_sandbox, outdated] = answer;
  const auto& [place, manifest, info, duplicates, writer, cluster] = archive;
  const auto articles = info.removed > 0
                            ? fmt::format("{}; {} removed, still on disk",
                                          with_commas(info.articles), with_commas(info.removed))
                            : with_commas(info.articles);
  auto published = span_text(info.published);
  if (info.undated > 0) published += fmt::format("; undated: {}", with_commas(info.undated));
  auto text = info_line("index", place) + info_line("id", manifest.id) +
              info_line("articles", articles) + info_line("events", with_commas(info.events)) +
              info_line("dates", span_text(info.days)) + info_line("published", published) +
              info_line("authors", with_commas(info.authors)) +
              info_line("organizations", with_commas(info.organizations)) +
              info_line("language", manifest.language) +
              info_line("schema", fmt::format("{}", cluster ? cluster->schema : kSchemaVersion)) +
              info_line("analyzer", manifest.analyzer) + info_line("extractor", manifest.extractor);
  if (duplicates.value_or(0) > 0) {
    text += info_line("duplicates",
                      fmt::format("{} more of the same content", plural(*duplicates, "file")));
  }
  if (info.stale > 0) {
    text += info_line("stale", fmt::format("facets of {}: dateline index --reannotate",
                                           plural(info.stale, "article")));
  }
  if (outdated.value_or(0) > 0) {
    text += info_line("outdated", fmt::format("{} read by another version: dateline index --reread "
                                              "PATH",
                                              plural(*outdated, "file")));
  }
  text += cluster ? cluster_lines(*cluster)
                  : info_line("segments", fmt::format("{}", manifest.segments.size())) +
                        info_line("size", size_text(info.size));
  return text +
         info_line("last written",
                   fmt::format("{}, generation {}", local_time(info.last_publication),
                               manifest.generation)) +
         info_line("writer", writer.value_or("none")) +
         (pdf_sandbox ? info_line("PDF sandbox", *pdf_sandbox) : "");
}

}  // namespace dateline
