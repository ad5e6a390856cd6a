#include "language/persons/office_role.h"

#include <algorithm>
#include <array>
#include <string>

#include "language/ascii.h"

namespace dateline::persons {
namespace {

struct RolePhrase {
  std::string_view words;
  Role role;
};

// The first phrase that is found decides.
constexpr std::array kRolePhrases{
    RolePhrase{"counterpart", Role::unknown},
    RolePhrase{"ambassador", Role::ambassador},
    RolePhrase{"spokes", Role::spokesman},
    RolePhrase{"vice president", Role::deputy_state},
    RolePhrase{"vice-president", Role::deputy_state},
    RolePhrase{"deputy president", Role::deputy_state},
    RolePhrase{"crown prince", Role::deputy_state},
    RolePhrase{"vice foreign", Role::deputy_foreign},
    RolePhrase{"deputy foreign", Role::deputy_foreign},
    RolePhrase{"deputy secretary of state", Role::deputy_foreign},
    RolePhrase{"assistant secretary", Role::other},
    RolePhrase{"undersecretary", Role::other},
    RolePhrase{"vice premier", Role::deputy_government},
    RolePhrase{"vice-premier", Role::deputy_government},
    RolePhrase{"deputy prime", Role::deputy_government},
    RolePhrase{"deputy premier", Role::deputy_government},
    RolePhrase{"vice chancellor", Role::deputy_government},
    RolePhrase{"vice-chancellor", Role::deputy_government},
    RolePhrase{"foreign minist", Role::foreign},
    RolePhrase{"minister of foreign", Role::foreign},
    RolePhrase{"minister for foreign", Role::foreign},
    RolePhrase{"foreign secretary", Role::foreign},
    RolePhrase{"foreign affairs", Role::foreign},
    RolePhrase{"external affairs", Role::foreign},
    RolePhrase{"secretary of state", Role::foreign},
    RolePhrase{"defense minist", Role::defence},
    RolePhrase{"defence minist", Role::defence},
    RolePhrase{"minister of defen", Role::defence},
    RolePhrase{"secretary of defen", Role::defence},
    RolePhrase{"defense secretary", Role::defence},
    RolePhrase{"defence secretary", Role::defence},
    RolePhrase{"minister of national defen", Role::defence},
    RolePhrase{"finance minist", Role::finance},
    RolePhrase{"treasury", Role::finance},
    RolePhrase{"minister of finance", Role::finance},
    RolePhrase{"interior minist", Role::interior},
    RolePhrase{"home minister", Role::interior},
    RolePhrase{"home secretary", Role::interior},
    RolePhrase{"chancellor of the exchequer", Role::finance},
    RolePhrase{"prime minister", Role::government},
    RolePhrase{"premier", Role::government},
    RolePhrase{"chancellor", Role::government},
    RolePhrase{"taoiseach", Role::government},
    RolePhrase{"head of government", Role::government},
    RolePhrase{"president", Role::state},
    RolePhrase{"king", Role::state},
    RolePhrase{"queen", Role::state},
    RolePhrase{"emperor", Role::state},
    RolePhrase{"sultan", Role::state},
    RolePhrase{"emir", Role::state},
    RolePhrase{"amir", Role::state},
    RolePhrase{"shah", Role::state},
    RolePhrase{"pope", Role::state},
    RolePhrase{"head of state", Role::state},
    RolePhrase{"minister", Role::other},
    RolePhrase{"governor", Role::other},
    RolePhrase{"speaker", Role::other},
};

}  // namespace

Role role_of(std::string_view office) {
  std::string small{office};
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c == '\n' || c == '\t' ? ' ' : ascii_lower(c); });
  for (const auto& phrase : kRolePhrases) {
    if (small.find(phrase.words) != std::string::npos) return phrase.role;
  }
  return Role::unknown;
}

}  // namespace dateline::persons
