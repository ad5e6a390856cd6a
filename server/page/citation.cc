#include "server/page/citation.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

#include "language/ascii.h"
#include "server/http/request_target.h"

namespace dateline {
namespace {

// Escapes the characters that BibTeX would read as commands.
std::string bibtex_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\textbackslash{}";
    } else if (std::string_view{"{}&%$#_"}.find(c) != std::string_view::npos) {
      out += fmt::format("\\{}", c);
    } else {
      out += c;
    }
  }
  return out;
}

std::string bibtex_key(std::string_view id) {
  std::string key;
  for (const char c : id) key += is_ascii_letter(c) || is_ascii_digit(c) ? c : '-';
  return key;
}

int year_of(const DateInterval& days) {
  return static_cast<int>(std::chrono::year_month_day{days.first}.year());
}

// "2001-02-19", or both ends as ISO 8601 parts them.
std::string iso_days(const DateInterval& days) {
  if (days.first == days.last) return format_day(days.first);
  return fmt::format("{}/{}", format_day(days.first), format_day(days.last));
}

Json date_parts(std::chrono::sys_days day) {
  const std::chrono::year_month_day date{day};
  return Json::array({static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                      static_cast<unsigned>(date.day())});
}

}  // namespace

std::string bibtex_of(const CitedArticle& article) {
  auto entry = fmt::format("@misc{{{},\n  title = {{{}}},\n", bibtex_key(article.id),
                           bibtex_text(article.title));
  if (!article.authors.empty())
    entry += fmt::format("  author = {{{}}},\n",
                         bibtex_text(fmt::format("{}", fmt::join(article.authors, " and "))));
  if (article.published) {
    entry += fmt::format("  year = {{{}}},\n  date = {{{}}},\n", year_of(*article.published),
                         iso_days(*article.published));
  }
  return entry + fmt::format("  note = {{{}}}\n}}\n", bibtex_text(article.id));
}

std::string csl_of(const CitedArticle& article) {
  Json item{{"id", article.id}, {"type", "article"}, {"title", article.title}};
  if (!article.authors.empty()) {
    item["author"] = Json::array();
    for (const auto& author : article.authors) item["author"].push_back({{"literal", author}});
  }
  if (article.published) {
    const auto [first, last] = *article.published;
    auto days = Json::array({date_parts(first)});
    if (last != first) days.push_back(date_parts(last));
    item["issued"] = {{"date-parts", std::move(days)}};
  }
  return dump(Json::array({std::move(item)}));
}

std::string coins_of(const CitedArticle& article) {
  Parameters pairs{{"ctx_ver", "Z39.88-2004"},
                   {"rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"},
                   {"rft.genre", "article"},
                   {"rft.atitle", std::string{article.title}}};
  for (const auto& author : article.authors) pairs.push_back({"rft.au", author});
  if (article.published) pairs.push_back({"rft.date", format_day(article.published->first)});
  return to_query_string(pairs);
}

Json citation_metas(const CitedArticle& article) {
  Json metas = Json::array();
  const auto add = [&](std::string_view name, std::string_view content) {
    metas.push_back({{"name", name}, {"content", content}});
  };
  add("citation_title", article.title.empty() ? article.id : article.title);
  for (const auto& author : article.authors) add("citation_author", author);
  if (article.published) {
    auto day = format_day(article.published->first);
    for (auto& c : day) c = c == '-' ? '/' : c;
    add("citation_publication_date", day);
  }
  return metas;
}

}  // namespace dateline
