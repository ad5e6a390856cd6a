// dateline evaluate: how well dates, countries, events and documents are found, against labels.
#include <fmt/format.h>

#include <CLI/Option.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/format_option.h"
#include "cli/input_problem.h"
#include "cli/retrieval_options.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "corpus/article_reader.h"
#include "evaluation/acting_evaluation.h"
#include "evaluation/article_evaluation.h"
#include "evaluation/gold_article.h"
#include "evaluation/gold_sentences.h"
#include "evaluation/report.h"
#include "evaluation/sentence_evaluation.h"
#include "indexer/annotate/extractor.h"

namespace dateline {
namespace {

constexpr const char* kEvaluateHelp =
    R"(Score what is found in text, or by searching, against labels.

Examples:
  dateline evaluate --dates dates.tsv              rows: anchor, text, intervals
  dateline evaluate --countries countries.tsv      rows: text, codes
  dateline evaluate --persons persons.tsv          rows: anchor, text, persons
  dateline evaluate --acting acting.tsv --corpus articles/   rows: file, words, named, countries
  dateline evaluate --article essay.txt --gold labels/   every mention of an article
  dateline evaluate --running labels/              articles with every mention labelled
  dateline evaluate --topics topics.tsv --qrels qrels.txt   searches: nDCG@10, MAP, R@100
  dateline evaluate --topics topics.tsv --qrels qrels.txt --run new.run --compare old.run
  dateline evaluate --score new.run --compare old.run --qrels qrels.txt   without an index

Columns are parted by tabs; docs/evaluation.md has the formats and how they are scored.)";

class EvaluateCommand : public Command {
 public:
  explicit EvaluateCommand(CLI::App& command) : retrieval_(command) {
    command.add_option("--dates", dates_, "Sentences labelled with their dates")->type_name("FILE");
    command.add_option("--countries", countries_, "Sentences labelled with their countries")
        ->type_name("FILE");
    command.add_option("--persons", persons_, "Sentences labelled with their persons")
        ->type_name("FILE");
    auto* acting = command
                       .add_option("--acting", acting_,
                                   "Chronology entries labelled with the countries that they "
                                   "name, and those that act in them")
                       ->type_name("FILE");
    command.add_option("--corpus", corpus_, "The folder of the articles of --acting")
        ->type_name("DIR")
        ->needs(acting);
    auto* article =
        command.add_option("--article", article_, "An article, of which --gold has the labels")
            ->type_name("FILE");
    command
        .add_option("--gold", gold_,
                    "The folder of article-dates.tsv, article-countries.tsv, article-events.tsv "
                    "and article-structure.json")
        ->type_name("DIR")
        ->needs(article);
    command
        .add_option("--running", running_,
                    "A folder of articles with every mention labelled (*.labels.tsv)")
        ->type_name("DIR");
    command.add_option("--names", names_, "A file of your own names, and of rules to switch off")
        ->type_name("FILE");
    format_.declare<ReportList>(command);
  }

  int run() override {
    const bool has_labels = !dates_.empty() || !countries_.empty() || !persons_.empty() ||
                            !acting_.empty() || !article_.empty() || !running_.empty();
    if (retrieval_.is_given()) {
      if (has_labels) {
        throw UsageError(
            "searches are scored alone: without --dates, --countries, --persons, --acting, "
            "--running and --article");
      }
      return retrieval_.run(format_.get());
    }
    if (!has_labels) {
      throw UsageError(
          "nothing to evaluate: give --dates, --countries, --persons, --acting, --running or "
          "--article, or --topics and --qrels");
    }
    if (!article_.empty() && gold_.empty()) {
      throw UsageError("--article needs --gold, the folder of its labels");
    }
    if (!acting_.empty() && corpus_.empty()) {
      throw UsageError("--acting needs --corpus, the folder of its articles");
    }
    extractor_.emplace(names_.empty() ? NameOverrides{} : read_name_overrides(names_));
    if (!dates_.empty()) score([this] { score_dates(); });
    if (!countries_.empty()) score([this] { score_countries(); });
    if (!running_.empty()) score([this] { score_running(); });
    if (!persons_.empty()) score([this] { score_persons(); });
    if (!acting_.empty()) score([this] { score_acting(); });
    if (!article_.empty()) score([this] { score_article(); });
    if (reports_.empty()) return kUsage;
    print(present(reports_, format_.get(), style_for(stdout)));
    return skipped_ ? kSkippedInputs : kDone;
  }

 private:
  // An input that cannot be read leaves the others to be scored.
  void score(const std::function<void()>& one) {
    try {
      one();
    } catch (const CorpusError& error) {
      skip({{error.path(), error.line(), error.what()}});
    }
  }

  void score_dates() {
    const auto gold = read_date_sentences(dates_);
    skip(gold.problems);
    if (!gold.rows.empty()) reports_.push_back(evaluate_dates(gold, *extractor_));
  }

  void score_countries() {
    const auto gold = read_country_sentences(countries_);
    skip(gold.problems);
    if (!gold.rows.empty()) reports_.push_back(evaluate_countries(gold, *extractor_));
  }

  void score_running() {
    std::vector<RowProblem> problems;
    auto found =
        evaluate_running(running_, *extractor_, problems,
                         [](const std::string& path, std::size_t line, const std::string& message) {
                           complain(place_in(path, line) + ": " + message);
                         });
    skip(problems);
    for (auto& report : found) reports_.push_back(std::move(report));
  }

  void score_persons() {
    const auto gold = read_person_sentences(persons_);
    skip(gold.problems);
    if (gold.rows.empty()) return;
    for (auto& report : evaluate_persons(gold, *extractor_)) reports_.push_back(std::move(report));
  }

  void score_acting() {
    const auto gold = read_acting_entries(acting_);
    skip(gold.problems);
    if (gold.rows.empty()) return;
    const auto on_problem = [](const std::string& file, std::size_t line,
                               const std::string& message) {
      complain(place_in(file, line) + ": " + message);
    };
    for (auto& report : evaluate_acting(gold, corpus_, *extractor_, on_problem)) {
      reports_.push_back(std::move(report));
    }
  }

  void score_article() {
    const auto article =
        annotate_file(article_, {}, *extractor_, [this](std::size_t line, const auto& message) {
          complain(place_in(article_, line) + ": " + message);
        });
    auto gold = read_gold_article(gold_);
    if (gold.size_bytes && *gold.size_bytes != article.text.size()) {
      throw CorpusError(article_, 0,
                        fmt::format("has {} bytes; the labels in {} are for an article of {}",
                                    article.text.size(), gold_, *gold.size_bytes));
    }
    drop_misplaced_labels(article.text, gold);
    skip(gold.problems);
    for (auto& report : evaluate_article(article, gold)) reports_.push_back(std::move(report));
  }

  void skip(const std::vector<RowProblem>& problems) {
    skipped_ = complain_of_skipped(problems) || skipped_;
  }

  RetrievalOptions retrieval_;
  std::string dates_;
  std::string countries_;
  std::string persons_;
  std::string acting_;
  std::string corpus_;
  std::string article_;
  std::string gold_;
  std::string running_;
  std::string names_;
  FormatOption format_;
  std::optional<Extractor> extractor_;
  ReportList reports_;
  bool skipped_ = false;
};

}  // namespace

CommandEntry evaluate_command() noexcept {
  return {"evaluate", kEvaluateHelp, make_command<EvaluateCommand>};
}

}  // namespace dateline
