#include "evaluation/running_labels.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "corpus/article_reader.h"
#include "evaluation/gold_table.h"
#include "evaluation/values.h"
#include "language/ascii.h"

namespace dateline {
namespace {

constexpr std::string_view kSuffix = ".labels.tsv";

std::vector<std::filesystem::path> label_files(const std::filesystem::path& directory) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(directory, error)) {
    if (entry.path().filename().string().ends_with(kSuffix)) files.push_back(entry.path());
  }
  if (error) throw CorpusError(directory.string(), 0, "cannot be read: " + error.message());
  if (files.empty()) {
    throw CorpusError(directory.string(), 0, "no labels in it (*.labels.tsv)");
  }
  std::sort(files.begin(), files.end());
  return files;
}

void take_row(const gold::Row& row, const std::filesystem::path& directory,
              RunningArticle& article) {
  const auto& c = row.columns;
  if (c[0] == "article") {
    article.article_path = (directory / std::filesystem::path{c[1]}).lexically_normal().string();
    if (c[2].empty()) return;
    article.published = parse_iso_interval(c[2]);
    if (!article.published) throw gold::RowError("not an ISO day or period");
    return;
  }
  RunningLabel label{row.line, c[0] == "date", std::string{c[1]}, {}};
  if (label.words.empty()) throw gold::RowError("no words");
  if (label.is_date) {
    label.value = written(gold::parse_interval(c[2]));
  } else if (c[0] == "country") {
    const auto codes = gold::parse_codes(c[2]);
    if (codes.empty()) throw gold::RowError("no country code");
    label.value = fmt::format("{}", fmt::join(written(codes), ","));
    article.has_countries = true;
  } else {
    throw gold::RowError("neither article, date nor country");
  }
  article.labels.push_back(std::move(label));
}

// Typographic dashes and quotes (General Punctuation) are no part of a word.
bool is_punctuation(std::string_view text, std::size_t i) noexcept {
  return text.substr(i, 2) == "\xE2\x80";
}

// Whether the character that begins at byte `i` is part of a word.
bool begins_word_byte(std::string_view text, std::size_t i) noexcept {
  if (i >= text.size()) return false;
  if (is_ascii_letter(text[i]) || is_ascii_digit(text[i])) return true;
  return (text[i] & '\x80') != 0 && !is_punctuation(text, i);
}

// Whether the character that ends before byte `i` is part of a word.
bool ends_word_byte(std::string_view text, std::size_t i) noexcept {
  if (i == 0) return false;
  const char c = text[i - 1];
  if ((c & '\x80') != 0) return i < 3 || !is_punctuation(text, i - 3);
  return is_ascii_letter(c) || is_ascii_digit(c);
}

// Where `words` begin at or behind byte `from`, not within a longer word. A blank stands for any
// white space.
std::optional<Span> find_words(std::string_view text, std::string_view words, std::size_t from) {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (text[i] != words.front()) continue;
    if (ends_word_byte(text, i) && begins_word_byte(words, 0)) continue;
    std::size_t at = i, k = 0;
    while (k < words.size() && at < text.size()) {
      if (is_ascii_space(words[k])) {
        if (!is_ascii_space(text[at])) break;
        while (at < text.size() && is_ascii_space(text[at])) ++at;
        ++k;
      } else if (words[k] == text[at]) {
        ++k, ++at;
      } else {
        break;
      }
    }
    const bool cut = begins_word_byte(text, at) && ends_word_byte(words, words.size());
    if (k == words.size() && !cut) {
      return Span{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(at)};
    }
  }
  return std::nullopt;
}

// The place of a label's words, or of what its brackets mark in them.
std::optional<Span> find_label(std::string_view text, const std::string& words, std::size_t from) {
  const auto open = words.find('['), close = words.find(']');
  if (open == std::string::npos || close == std::string::npos || close < open) {
    return find_words(text, words, from);
  }
  const auto before = words.substr(0, open);
  const auto marked = words.substr(open + 1, close - open - 1);
  const auto whole = find_words(text, before + marked + words.substr(close + 1), from);
  return whole ? find_words(text, marked, whole->begin + before.size()) : std::nullopt;
}

}  // namespace

std::vector<RunningArticle> read_running_articles(const std::filesystem::path& directory,
                                                  std::vector<RowProblem>& problems) {
  std::vector<RunningArticle> articles;
  for (const auto& path : label_files(directory)) {
    RunningArticle article;
    article.labels_path = path.string();
    const auto bad =
        gold::for_each_row(path, {"kind", "words", "value"},
                           [&](const gold::Row& row) { take_row(row, directory, article); });
    problems.insert(problems.end(), bad.begin(), bad.end());
    if (article.article_path.empty()) {
      problems.push_back({path.string(), 0, "no row 'article' that says whose labels these are"});
      continue;
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

GoldArticle located(const RunningArticle& article, std::string_view text, std::size_t begin) {
  GoldArticle gold;
  gold.dates = Labels{article.labels_path, {}};
  if (article.has_countries) gold.countries = Labels{article.labels_path, {}};
  std::size_t from = begin;
  for (const auto& label : article.labels) {
    const auto span = find_label(text, label.words, from);
    if (!span) {
      gold.problems.push_back(
          {article.labels_path, label.line,
           fmt::format("'{}' does not stand behind the words of the row before it", label.words)});
      continue;
    }
    from = span->end;
    auto& rows = label.is_date ? gold.dates->rows : gold.countries->rows;
    rows.push_back({label.line, *span, label.words, label.value, false});
  }
  return gold;
}

}  // namespace dateline
