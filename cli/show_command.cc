// dateline show: an article, or an event in its place.
#include <fmt/format.h>
#include <CLI/Option.hpp>

#include <string>
#include <string_view>

#include "cli/archive_location.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/format_option.h"
#include "cli/terminal.h"
#include "language/display.h"
#include "presenter/article_view_presenter.h"
#include "searcher/hit/article_view.h"

namespace dateline {
namespace {

constexpr const char* kShowHelp =
    R"(Show an article, or an event where it stands, with its dates and countries marked.

Examples:
  dateline show 2001-q1-china-russia.txt            the whole article
  dateline show 2001-q1-china-russia.txt#0a1b2c3d   an event, with what stands around it
  dateline show --raw 2001-q1-china-russia.txt      the stored text, byte for byte
  dateline show --format json ID                    every mention: span, value, rule)";

class ShowCommand : public Command {
 public:
  explicit ShowCommand(CLI::App& command) {
    command.add_option("ID", id_, "An id as 'dateline search' prints it")->required();
    archive_.declare(command);
    format_.declare<ArticleView>(command);
    command.add_flag("--raw", raw_, "Print the text that offsets refer to, and nothing else");
  }

  int run() override {
    const auto archive = archive_.open();
    const auto view = archive->view(id_);
    if (!view) {
      complain(
          fmt::format("no article or event '{}' in {}: ids are the last item of each hit that "
                      "'dateline search' prints",
                      id_, archive->place()));
      return kNothingFound;
    }
    if (raw_) {
      const auto text = view->focus ? view->focus->of(view->text) : std::string_view{view->text};
      // A terminal obeys what it gets; a file or another program gets every byte.
      print(is_terminal(stdout) ? printable(text, true) : std::string{text});
    } else {
      print(present(*view, format_.get(), style_for(stdout)));
    }
    return kDone;
  }

 private:
  std::string id_;
  ArchiveOptions archive_;
  FormatOption format_;
  bool raw_ = false;
};

}  // namespace

CommandEntry show_command() noexcept { return {"show", kShowHelp, make_command<ShowCommand>}; }

}  // namespace dateline
