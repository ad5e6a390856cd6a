// dateline annotate: what the extractor sees in texts, without an index.
#include <CLI/Option.hpp>

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "annotation/annotation_presenter.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/format_option.h"
#include "cli/input_problem.h"
#include "cli/published_option.h"
#include "cli/terminal.h"
#include "corpus/article_reader.h"
#include "indexer/annotate/annotator.h"
#include "language/countries/name_overrides.h"

namespace dateline {
namespace {

constexpr const char* kAnnotateHelp =
    R"(Show what is found in articles, without an index: every date, country, organization and
event, where it stands, what it means, and which rule found it.

Examples:
  dateline annotate 2001-q1-china-russia.txt        coloured in place on a terminal
  dateline annotate a.txt b.md | grep capital       one line a mention elsewhere
  dateline annotate --format html a.txt > a.html    one page, nothing else needed
  dateline annotate --format json a.txt             for programs: docs/output.md
  dateline annotate --format blocks a.pdf           what was read, and what told its date
  echo 'They met in May.' | dateline annotate --published 2001Q3 -

Kinds read: those of 'dateline index'; '-' is plain text from standard input. Own
names, and rules switched off (--names): docs/extraction.md.)";

class AnnotateCommand : public Command {
 public:
  explicit AnnotateCommand(CLI::App& command) {
    command.add_option("FILE", files_, "Files, or - for standard input")->required();
    format_.declare<Annotation>(command);
    command.add_option("--published", published_,
                       "When texts appeared that do not say: 2001, 2001Q1, 2001-02-19, A..B");
    command.add_option("--names", names_, "A file of your own names, and of rules to switch off")
        ->type_name("FILE");
  }

  int run() override {
    if (!published_.empty()) reading_.published = published_from(published_);
    if (!names_.empty()) overrides_ = read_name_overrides(names_);
    const Extractor extractor(overrides_);
    Annotator annotator("en", extractor);
    const auto presenter =
        present(Annotation{overrides_.fingerprint()}, format_.get(), style_for(stdout));
    print(presenter->begin());
    for (const auto& file : files_) {
      annotate(file, extractor.dates(), [&](Article&& article) {
        auto found = annotator.annotate(std::move(article));
        for (const auto& limit : found.limits_met)
          report_problem(file, 0, limit_problem(found.meta.id, limit), false);
        const AnnotatedArticle annotated(std::move(found));
        print(presenter->article(annotated));
      });
    }
    print(presenter->end());
    return skipped_ ? kSkippedInputs : kDone;
  }

 private:
  void annotate(const std::string& file, const DateFinder& dates,
                const std::function<void(Article&&)>& show) {
    ReadSink sink;
    sink.article = [&](Article&& article) {
      if (article.id.empty()) article.id = std::filesystem::path{file}.filename().string();
      show(std::move(article));
    };
    sink.problem = [&](std::size_t line, const std::string& message, bool skipped) {
      report_problem(file, line, message, skipped);
    };
    try {
      if (file == "-") {
        read_plain_text(standard_input(reading_.max_file_bytes), file, reading_, dates, sink);
      } else if (!std::filesystem::exists(file)) {
        throw CorpusError(file, 0, "no such file");
      } else if (std::filesystem::is_directory(file)) {
        throw CorpusError(file, 0, "a folder: name the files in it");
      } else {
        read_articles(file, reading_, dates, sink);
      }
    } catch (const CorpusError& error) {
      report_problem(file, error.line(), error.what(), true);
    }
  }

  // One byte more than `limit` at most: the reader refuses it.
  static std::string standard_input(std::size_t limit) {
    std::string bytes;
    std::array<char, 65536> buffer{};
    while (bytes.size() <= limit) {
      const auto size = std::fread(buffer.data(), 1, buffer.size(), stdin);
      if (size == 0) break;
      bytes.append(buffer.data(), size);
    }
    if (std::ferror(stdin) != 0) throw CorpusError("-", 0, "standard input cannot be read");
    return bytes;
  }

  void report_problem(const std::string& file, std::size_t line, const std::string& message,
                      bool skipped) {
    skipped_ = skipped_ || skipped;
    complain_of_input(file, line, message, skipped);
  }

  std::vector<std::string> files_;
  FormatOption format_;
  std::string published_;
  std::string names_;
  ReadOptions reading_;
  NameOverrides overrides_;
  bool skipped_ = false;
};

}  // namespace

CommandEntry annotate_command() noexcept {
  return {"annotate", kAnnotateHelp, make_command<AnnotateCommand>};
}

}  // namespace dateline
