#include "evaluation/article_evaluation.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "evaluation/running_labels.h"
#include "evaluation/values.h"
#include "indexer/annotate/annotator.h"
#include "language/utf8.h"

namespace dateline {
namespace {

struct Found {
  Span span;
  std::string value;
};

std::vector<Found> dates_of(const IndexedArticle& article) {
  std::vector<Found> found;
  for (const auto& mention : article.mentions) {
    if (mention.kind != MentionKind::date) continue;
    found.push_back({mention.span, written(mention.date.days)});
  }
  return found;
}

std::vector<Found> countries_of(const IndexedArticle& article) {
  std::vector<Found> found;
  for (const auto& mention : article.mentions) {
    if (mention.kind != MentionKind::country) continue;
    // A place with several codes gives one mention for each, in a row.
    if (!found.empty() && found.back().span == mention.span) {
      found.back().value += ',' + mention.country.str();
    } else {
      found.push_back({mention.span, mention.country.str()});
    }
  }
  return found;
}

std::vector<Found> events_of(const IndexedArticle& article) {
  std::vector<Found> found;
  for (const auto& event : article.events) {
    if (event.origin != EventOrigin::chronology) continue;
    found.push_back({event.span, event_value(event.date.days, event.countries)});
  }
  return found;
}

// Which label each found mention agrees with, or kNone.
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// Both lists are in order, and neither's spans overlap among themselves: then taking the first
// label that fits gives as many pairs as any other way.
std::vector<std::size_t> match(const std::vector<Label>& labels, const std::vector<Found>& found) {
  std::vector<std::size_t> partner(found.size(), kNone);
  std::vector<bool> taken(labels.size());
  std::size_t from = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    while (from < labels.size() && labels[from].span.end <= found[i].span.begin) ++from;
    for (std::size_t j = from; j < labels.size() && labels[j].span.begin < found[i].span.end; ++j) {
      if (taken[j] || !labels[j].span.overlaps(found[i].span)) continue;
      if (labels[j].value != found[i].value) continue;
      taken[j] = true;
      partner[i] = j;
      break;
    }
  }
  return partner;
}

std::string words_at(std::string_view text, Span span) {
  constexpr std::size_t kMaxBytes = 72;
  std::string words{span.of(text)};
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  if (words.size() <= kMaxBytes) return words;
  return words.substr(0, floor_code_point(words, kMaxBytes)) + "…";
}

// What is wrong: each label that was missed, with what was found in its place, and each find that
// no label has.
std::vector<WrongRow> wrong_rows(const IndexedArticle& article, const std::vector<Label>& labels,
                                 const std::vector<Found>& found,
                                 const std::vector<std::size_t>& partner) {
  std::vector<bool> met(labels.size());
  for (const auto j : partner) {
    if (j != kNone) met[j] = true;
  }
  std::vector<WrongRow> wrong;
  std::vector<bool> reported(found.size());
  for (std::size_t j = 0; j < labels.size(); ++j) {
    if (met[j]) continue;
    const auto& label = labels[j];
    WrongRow row{label.line, label.span, words_at(article.text, label.span), {label.value}, {}};
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (partner[i] != kNone || reported[i] || !found[i].span.overlaps(label.span)) continue;
      row.got.push_back(found[i].value);
      reported[i] = true;
    }
    wrong.push_back(std::move(row));
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (partner[i] != kNone || reported[i]) continue;
    wrong.push_back(
        {0, found[i].span, words_at(article.text, found[i].span), {}, {found[i].value}});
  }
  std::stable_sort(wrong.begin(), wrong.end(), [](const WrongRow& a, const WrongRow& b) {
    return a.span.begin < b.span.begin;
  });
  return wrong;
}

Report report_on(std::string kind, const IndexedArticle& article, const Labels& labels,
                 const std::vector<Found>& found) {
  const auto partner = match(labels.rows, found);
  Report report;
  report.kind = std::move(kind);
  report.block = "article";
  report.path = labels.path;
  report.score.rows = report.score.labelled = labels.rows.size();
  report.score.found = found.size();
  report.score.both = report.score.exact = static_cast<std::size_t>(
      std::count_if(partner.begin(), partner.end(), [](std::size_t j) { return j != kNone; }));
  report.wrong = wrong_rows(article, labels.rows, found, partner);
  return report;
}

// Leaves out the doubtful labels, and the found mentions that stand in their place alone.
Report report_without_doubtful(const IndexedArticle& article, const Labels& labels,
                               const std::vector<Found>& found) {
  const auto partner = match(labels.rows, found);
  std::vector<Found> firm;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto overlaps_doubtful = [&](const Label& label) {
      return label.doubtful && label.span.overlaps(found[i].span);
    };
    const bool left_out = partner[i] != kNone ? labels.rows[partner[i]].doubtful
                                              : std::any_of(labels.rows.begin(), labels.rows.end(),
                                                            overlaps_doubtful);
    if (!left_out) firm.push_back(found[i]);
  }
  Labels certain = labels;
  std::erase_if(certain.rows, [](const Label& label) { return label.doubtful; });
  return report_on("dates without doubtful", article, certain, firm);
}

}  // namespace

IndexedArticle annotate_file(
    const std::filesystem::path& path, const ReadOptions& options, const Extractor& extractor,
    const std::function<void(std::size_t line, const std::string& message)>& on_problem) {
  std::vector<Article> articles;
  std::size_t count = 0;
  read_articles(path, options, extractor.dates(),
                {[&](Article&& article) {
                   if (++count == 1) articles.push_back(std::move(article));
                 },
                 [&](std::size_t line, const std::string& message, bool /*skipped*/) {
                   on_problem(line, message);
                 }});
  if (count != 1) {
    throw CorpusError(path.string(), 0,
                      fmt::format("{} articles in it; labels are for one", count));
  }
  auto& article = articles.front();
  if (article.id.empty()) article.id = path.filename().string();
  return Annotator(article.language, extractor).annotate(std::move(article));
}

namespace {

// Adds the report of one article to that of all.
void add_report(Report&& one, Report& all) {
  all.score.rows += one.score.rows;
  all.score.exact += one.score.exact;
  all.score.labelled += one.score.labelled;
  all.score.found += one.score.found;
  all.score.both += one.score.both;
  std::move(one.wrong.begin(), one.wrong.end(), std::back_inserter(all.wrong));
}

}  // namespace

std::vector<Report> evaluate_running(
    const std::filesystem::path& directory, const Extractor& extractor,
    std::vector<RowProblem>& problems,
    const std::function<void(const std::string& path, std::size_t line,
                             const std::string& message)>& on_problem) {
  Report dates, countries;
  dates.kind = "dates";
  countries.kind = "countries";
  dates.block = countries.block = "running";
  dates.path = countries.path = directory.string();
  bool any_countries = false;
  for (const auto& labelled : read_running_articles(directory, problems)) {
    try {
      ReadOptions options;
      options.published = labelled.published;
      const auto article = annotate_file(labelled.article_path, options, extractor,
                                         [&](std::size_t line, const std::string& message) {
                                           on_problem(labelled.article_path, line, message);
                                         });
      const std::size_t begin = article.blocks.empty() ? 0 : article.blocks.front().span.begin;
      const auto gold = located(labelled, article.text, begin);
      problems.insert(problems.end(), gold.problems.begin(), gold.problems.end());
      add_report(report_on("dates", article, *gold.dates, dates_of(article)), dates);
      if (!gold.countries) continue;
      any_countries = true;
      add_report(report_on("countries", article, *gold.countries, countries_of(article)),
                 countries);
    } catch (const CorpusError& error) {
      problems.push_back({error.path(), error.line(), error.what()});
    }
  }
  std::vector<Report> reports;
  reports.push_back(std::move(dates));
  if (any_countries) reports.push_back(std::move(countries));
  return reports;
}

std::vector<Report> evaluate_article(const IndexedArticle& article, const GoldArticle& gold) {
  std::vector<Report> reports;
  if (gold.dates) {
    const auto found = dates_of(article);
    reports.push_back(report_on("dates", article, *gold.dates, found));
    reports.push_back(report_without_doubtful(article, *gold.dates, found));
  }
  if (gold.countries) {
    reports.push_back(report_on("countries", article, *gold.countries, countries_of(article)));
  }
  if (gold.events) {
    reports.push_back(report_on("events", article, *gold.events, events_of(article)));
  }
  return reports;
}

}  // namespace dateline
