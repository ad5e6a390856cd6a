// dateline regions: the regions that can be asked for, with their countries.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "language/countries/region.h"
#include "language/country_code.h"
#include "presenter/text_style.h"

namespace dateline {
namespace {

constexpr const char* kRegionsHelp =
    R"(List the regions that region: and --region take, each with its countries: first those of the
world, one inside the other, then groups of states such as the members of an organization.

Examples:
  dateline regions
  dateline regions nato           one of them
  dateline search --events region:central-asia gas)";

std::size_t depth_of(const Region& region) {
  std::size_t depth = 0;
  for (auto above = region_for(region.parent); above; above = region_for(region_at(*above).parent))
    ++depth;
  return depth;
}

std::string line_of(std::size_t index, std::size_t depth, const TextStyle& style) {
  const auto& region = region_at(index);
  const auto head = fmt::format("{}{}  {}: ", std::string(2 * depth, ' '), region.id, region.name);
  return wrapped(head + join_codes(countries_of(index), " "), {}, std::string(2 * depth + 4, ' '),
                 style);
}

class RegionsCommand : public Command {
 public:
  explicit RegionsCommand(CLI::App& command) {
    command.add_option("REGION", names_, "These alone: by id, name or code of UN M49");
  }

  int run() override {
    const auto style = style_for(stdout);
    std::string text;
    for (const auto& name : names_) {
      const auto index = region_for(name);
      if (!index) throw UsageError(fmt::format("unknown region '{}'", name));
      text += line_of(*index, 0, style);
    }
    if (names_.empty()) {
      const auto all = all_regions().size() + all_groups().size();
      for (std::size_t i = 0; i < all; ++i) text += line_of(i, depth_of(region_at(i)), style);
    }
    print(text);
    return kDone;
  }

 private:
  std::vector<std::string> names_;
};

}  // namespace

CommandEntry regions_command() noexcept {
  return {"regions", kRegionsHelp, make_command<RegionsCommand>};
}

}  // namespace dateline
