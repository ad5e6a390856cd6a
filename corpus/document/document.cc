#include "corpus/document/document.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/structure/byline.h"
#include "corpus/structure/language_tag.h"
#include "corpus/structure/line_shape.h"
#include "corpus/structure/period.h"
#include "corpus/structure/publication.h"
#include "corpus/structure/structure.h"
#include "language/ascii.h"
#include "language/utf8.h"
#include "language/word_list.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxTitleBytes = 400;

std::size_t begin_of(const Document& document, std::size_t piece) {
  return piece < document.pieces.size() ? document.pieces[piece].begin : document.text.size();
}

// "report.doc", "Microsoft Word - report.doc", "C:\texts\report": what programs write.
bool is_file_name(std::string_view title) noexcept {
  constexpr std::array<std::string_view, 26> kEnds{
      ".doc",  ".docx", ".dot", ".odt", ".rtf", ".pdf", ".ps",   ".qxd", ".indd",
      ".html", ".htm",  ".tex", ".dvi", ".wpd", ".xls", ".xlsx", ".ppt", ".pptx",
      ".txt",  ".p65",  ".pm6", ".pmd", ".fm",  ".wps", ".pub",  ".eps",
  };
  const auto lower = fold(title);
  const bool ends = std::any_of(kEnds.begin(), kEnds.end(),
                                [&](std::string_view end) { return lower.ends_with(end); });
  const bool path = title.find(' ') == std::string_view::npos &&
                    title.find_first_of("/\\_") != std::string_view::npos;
  // "2016_0321--PIN Template": nobody writes so but in names of files.
  const auto underscore = title.find('_');
  const bool joined = underscore != std::string_view::npos && underscore > 0;
  return ends || path || joined || lower.starts_with("microsoft ");
}

// "GAO-04-123", "20200303-001": a number, not a title.
bool is_number_of_paper(std::string_view title) noexcept {
  const bool digits = std::any_of(title.begin(), title.end(), is_ascii_digit);
  return digits && title.find(' ') == std::string_view::npos;
}

// "Poe, Ann" is one name: a single word before the only comma.
std::string in_order(std::string_view names) {
  const auto comma = names.find(',');
  const auto last = trim(names.substr(0, comma));
  const bool inverted = comma != std::string_view::npos && !last.empty() &&
                        names.find_first_of(",;", comma + 1) == std::string_view::npos &&
                        names.find(" and ") == std::string_view::npos &&
                        last.find(' ') == std::string_view::npos;
  if (!inverted) return std::string{names};
  return std::string{trim(names.substr(comma + 1))}.append(" ").append(last);
}

bool is_no_name(const std::string& name) {
  // What software calls those who have not said who they are: nobody's name has such words.
  constexpr std::array<std::string_view, 27> kPlaceHolders{
      "admin",   "administrator", "anonymous", "author",  "client",      "computer", "customer",
      "default", "desktop",       "editor",    "guest",   "laptop",      "lenovo",   "macbook",
      "none",    "notebook",      "owner",     "pc",      "printer",     "root",     "scanner",
      "staff",   "student",       "test",      "unknown", "unspecified", "user"};
  if (name.find("://") != std::string::npos || name.find('@') != std::string::npos) return true;
  const auto folded = fold(name);
  if (folded.find("mac book") != std::string::npos) return true;
  std::string_view rest{folded};
  for (auto word = next_word(rest); !word.empty(); word = next_word(rest)) {
    while (!word.empty() && !is_ascii_letter(word.front())) word.remove_prefix(1);
    while (!word.empty() && !is_ascii_letter(word.back())) word.remove_suffix(1);
    if (is_one_of(word, kPlaceHolders)) return true;
  }
  return false;
}

// The pieces among which the title may stand.
std::size_t head_size(const Document& document) {
  std::size_t count = 0;
  while (count < document.pieces.size() && begin_of(document, count) < kMaxBytesAboveTitle) ++count;
  return count;
}

std::string_view piece_text(const Document& document, std::size_t piece) {
  const auto begin = begin_of(document, piece);
  return trim(std::string_view{document.text}.substr(begin, begin_of(document, piece + 1) - begin));
}

/// Which piece is the title, and what it says.
struct FoundTitle {
  std::size_t piece = 0;
  std::string text;
};

// "The Price of Herring" of "Herring Institute: The Price of Herring".
bool is_part_of_title(const Document& document, std::string_view heading) {
  constexpr std::size_t kMinBytes = 8;
  constexpr std::array<std::string_view, 6> kMarks{":", "|", "-", "–", "—", "»"};
  const auto part = comparable_line(heading);
  if (part.size() < kMinBytes) return false;
  for (const auto& title : document.metadata.titles) {
    const auto whole = comparable_line(title);
    if (whole.size() <= part.size() || !whole.ends_with(part)) continue;
    const auto before = trim(std::string_view{whole}.substr(0, whole.size() - part.size()));
    const bool parted = std::any_of(kMarks.begin(), kMarks.end(),
                                    [&](std::string_view mark) { return before.ends_with(mark); });
    if (parted) return true;
  }
  return false;
}

std::optional<FoundTitle> title_in_text(const Document& document) {
  const auto head = head_size(document);
  for (const auto& candidate : document.metadata.titles) {
    const auto wanted = comparable_line(candidate);
    for (std::size_t i = 0; i < head; ++i) {
      const auto text = piece_text(document, i);
      if (text.size() > kMaxTitleBytes || comparable_line(text) != wanted) continue;
      return FoundTitle{i, collapse_spaces(text)};
    }
  }
  for (std::size_t i = 0; i < head; ++i) {
    if (document.pieces[i].level == 1) return FoundTitle{i, {}};
  }
  for (std::size_t i = 0; i < head; ++i) {
    if (document.pieces[i].level > 0 && is_part_of_title(document, piece_text(document, i))) {
      return FoundTitle{i, collapse_spaces(piece_text(document, i))};
    }
  }
  return std::nullopt;
}

// "Last Updated: 4 September, 2004", above the title, which is left out; a bare day there may be
// that of any visit.
void read_label_above(Document& document, std::size_t title, const DateFinder& dates) {
  if (document.metadata.shown_published) return;
  for (std::size_t i = 0; i < title; ++i) {
    const auto line = piece_text(document, i);
    const auto plain = fold(line.substr(0, kMaxBytesAboveTitle));
    const bool labelled = plain.find("updated") != std::string::npos ||
                          plain.find("published") != std::string::npos ||
                          plain.find("posted") != std::string::npos;
    if (!labelled) continue;
    document.metadata.shown_published = date_of_line(line, dates);
    if (document.metadata.shown_published) return;
  }
}

void settle_title(Document& document, Article& article, const DateFinder& dates) {
  if (auto found = title_in_text(document)) {
    article.title = std::move(found->text);
    if (!article.title.empty()) article.title_source = Source::metadata;
    if (found->piece > 0 && document.page_starts.empty()) {
      read_label_above(document, found->piece, dates);
      take_out(document, {{0, found->piece}});
    }
  } else if (!document.metadata.weak_titles && !document.metadata.titles.empty()) {
    article.title = document.metadata.titles.front();
  }
}

void apply_metadata(const Metadata& metadata, const ReadJob& job, Article& article) {
  for (const auto& name : metadata.authors) {
    Author author;
    author.name = name;
    article.authors.push_back(std::move(author));
  }
  if (is_language_tag(metadata.language)) {
    article.language = metadata.language;
    article.language_source = Source::metadata;
  }
  for (const auto& value : metadata.published) {
    article.published = parse_period(value, job.dates);
    if (!article.published) continue;
    article.published_source = Source::metadata;
    article.published_from = value;
    return;
  }
  if (!job.options.published) return;
  article.published = job.options.published;
  article.published_source = Source::option;
}

// What the text itself does not say, the weaker sources may.
void apply_fallbacks(Metadata&& metadata, const DateFinder& dates, Article& article) {
  bool weak = !article.published || article.published_source == Source::option ||
              article.published_source == Source::file_name;
  for (const auto& title : metadata.titles) {
    auto told = weak ? publication_in_title(title, dates) : std::nullopt;
    if (!told) continue;
    article.published = told->days;
    article.published_source = told->source;
    article.published_from = std::move(told->words);
    weak = false;
  }
  if (weak && metadata.shown_published) {
    article.published = metadata.shown_published;
    article.published_source = Source::cover;
  }
  if (article.title.empty() && !metadata.titles.empty()) {
    article.title = std::move(metadata.titles.front());
    article.title_source = Source::metadata;
  }
  if (!article.authors.empty()) return;
  for (auto& name : metadata.creators) {
    if (!is_person_name(name, 2)) continue;
    Author author;
    author.name = std::move(name);
    article.authors.push_back(std::move(author));
    article.authors_source = Source::metadata;
  }
}

}  // namespace

std::size_t bytes_of(const Document& document, PieceRange range) {
  return begin_of(document, range.end) - begin_of(document, range.begin);
}

void take_out(Document& document, const std::vector<PieceRange>& ranges) {
  std::string text;
  std::vector<Piece> pieces;
  std::size_t next = 0;  // the first piece that is neither kept nor taken out yet
  const auto keep_to = [&](std::size_t end) {
    if (next >= end) return;
    const auto begin = begin_of(document, next);
    const auto shift = begin - text.size();
    for (; next < end; ++next) {
      Piece piece = document.pieces[next];
      piece.begin = static_cast<std::uint32_t>(piece.begin - shift);
      pieces.push_back(piece);
    }
    text.append(document.text, begin, begin_of(document, end) - begin);
  };
  for (const auto& range : ranges) {
    keep_to(range.begin);
    next = std::max(next, range.end);
  }
  keep_to(document.pieces.size());
  document.text = std::move(text);
  document.pieces = std::move(pieces);
}

void add_title(Metadata& metadata, std::string_view title) {
  constexpr std::array<std::string_view, 14> kPlaceHolders{
      "untitled",      "untitled document", "document", "no title",
      "(anonymous)",   "anonymous",         "none",     "unspecified",
      "(unspecified)", "layout 1",          "slide 1",  "powerpoint presentation",
      "print",         "template"};
  auto plain = collapse_spaces(title);
  if (plain.empty() || plain.size() > kMaxTitleBytes || is_file_name(plain)) return;
  if (is_number_of_paper(plain)) return;
  if (is_one_of(fold(plain), kPlaceHolders)) return;
  auto& titles = metadata.titles;
  if (std::find(titles.begin(), titles.end(), plain) == titles.end()) titles.push_back(plain);
}

void add_authors(std::vector<std::string>& authors, std::string_view names) {
  constexpr std::size_t kMaxAuthors = 100;
  for (auto& name : split_names(in_order(names))) {
    if (name.starts_with("By ") || name.starts_with("by ")) name.erase(0, 3);
    if (is_no_name(name) || authors.size() >= kMaxAuthors) continue;
    if (std::find(authors.begin(), authors.end(), name) == authors.end()) {
      authors.push_back(std::move(name));
    }
  }
}

void emit_document(Document&& document, const ReadJob& job) {
  Article article;
  article.source_path = job.path.string();
  settle_title(document, article, job.dates);
  if (trim(document.text).empty()) job.refuse("no text in it");
  apply_metadata(document.metadata, job, article);
  article.text = std::move(document.text);
  article.page_starts = std::move(document.page_starts);
  find_structure(article, {0, document.marks, document.pieces, document.metadata.printed},
                 job.path.filename().string(), job.dates);
  apply_fallbacks(std::move(document.metadata), job.dates, article);
  job.sink.article(std::move(article));
}

}  // namespace dateline
