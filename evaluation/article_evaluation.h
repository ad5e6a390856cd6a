// Scores everything that is found in a labelled article.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "corpus/article_reader.h"
#include "evaluation/gold_article.h"
#include "evaluation/report.h"
#include "indexer/annotate/extractor.h"
#include "indexer/annotate/indexed_article.h"

namespace dateline {

/// Reads and annotates a file that holds one article, as indexing does. `on_problem` gets what
/// was repaired in reading.
/// @throws CorpusError when it cannot be read, or holds none or several articles.
[[nodiscard]] IndexedArticle annotate_file(
    const std::filesystem::path& path, const ReadOptions& options, const Extractor& extractor,
    const std::function<void(std::size_t line, const std::string& message)>& on_problem);

/// One report for each kind that has labels: "dates", "dates without doubtful", "countries",
/// "events" (the chronology's alone: prose has no labels). A found mention and a label agree when
/// their spans overlap and their values are equal, one to one; an event's value is its days and its
/// countries. A place that means several countries is one mention. "Without doubtful" leaves the
/// doubtful labels out, and with them what was found in their place. Of a score, `rows` are the
/// labels, `exact` those that were met.
[[nodiscard]] std::vector<Report> evaluate_article(const IndexedArticle& article,
                                                   const GoldArticle& gold);

/// Scores every article of a folder of labels (running_labels.h): reports "dates" and "countries"
/// over all of them, with the wrong rows of each. What cannot be read or found is a problem and
/// left out; `on_problem` gets what was repaired in reading.
/// @throws CorpusError when the folder cannot be read or has no labels.
[[nodiscard]] std::vector<Report> evaluate_running(
    const std::filesystem::path& directory, const Extractor& extractor,
    std::vector<RowProblem>& problems,
    const std::function<void(const std::string& path, std::size_t line,
                             const std::string& message)>& on_problem);

}  // namespace dateline
