#include "corpus/tei/tei_elements.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

struct TeiName {
  std::string_view name;
  TeiElement element;
};

// Source: TEI P5 Guidelines, appendix C. In the order of their names.
constexpr std::array<TeiName, 79> kTeiNames{{
    {"ab", TeiElement::block},
    {"address", TeiElement::block},
    {"argument", TeiElement::block},
    {"back", TeiElement::division},
    {"bibl", TeiElement::block},
    {"biblFull", TeiElement::block},
    {"biblStruct", TeiElement::block},
    {"body", TeiElement::inline_text},
    {"byline", TeiElement::block},
    {"castItem", TeiElement::block},
    {"cell", TeiElement::cell},
    {"choice", TeiElement::choice},
    {"closer", TeiElement::block},
    {"date", TeiElement::date},
    {"dateline", TeiElement::block},
    {"del", TeiElement::dropped},
    {"div", TeiElement::division},
    {"div1", TeiElement::division},
    {"div2", TeiElement::division},
    {"div3", TeiElement::division},
    {"div4", TeiElement::division},
    {"div5", TeiElement::division},
    {"div6", TeiElement::division},
    {"div7", TeiElement::division},
    {"docAuthor", TeiElement::block},
    {"docDate", TeiElement::block},
    {"docEdition", TeiElement::block},
    {"docImprint", TeiElement::block},
    {"docTitle", TeiElement::block},
    {"epigraph", TeiElement::block},
    {"event", TeiElement::event},
    {"facsimile", TeiElement::dropped},
    {"figDesc", TeiElement::dropped},
    {"figure", TeiElement::figure},
    {"floatingText", TeiElement::block},
    {"formula", TeiElement::dropped},
    {"front", TeiElement::division},
    {"fw", TeiElement::dropped},
    {"gap", TeiElement::dropped},
    {"graphic", TeiElement::dropped},
    {"head", TeiElement::head},
    {"hi", TeiElement::highlighted},
    {"imprimatur", TeiElement::block},
    {"item", TeiElement::item},
    {"l", TeiElement::block},
    {"label", TeiElement::label},
    {"lb", TeiElement::line_end},
    {"lg", TeiElement::block},
    {"list", TeiElement::list},
    {"listBibl", TeiElement::sources},
    {"listEvent", TeiElement::list},
    {"listPerson", TeiElement::list},
    {"note", TeiElement::note},
    {"opener", TeiElement::block},
    {"org", TeiElement::block},
    {"p", TeiElement::block},
    {"pb", TeiElement::page_break},
    {"person", TeiElement::block},
    {"place", TeiElement::block},
    {"postscript", TeiElement::block},
    {"q", TeiElement::quotation},
    {"quote", TeiElement::quotation},
    {"row", TeiElement::row},
    {"said", TeiElement::quotation},
    {"salute", TeiElement::block},
    {"signed", TeiElement::block},
    {"sourceDoc", TeiElement::dropped},
    {"sp", TeiElement::block},
    {"speaker", TeiElement::block},
    {"stage", TeiElement::block},
    {"standOff", TeiElement::dropped},
    {"surplus", TeiElement::dropped},
    {"table", TeiElement::table},
    {"tagUsage", TeiElement::dropped},
    {"teiHeader", TeiElement::header},
    {"titlePage", TeiElement::block},
    {"titlePart", TeiElement::block},
    {"trailer", TeiElement::block},
    {"xenoData", TeiElement::dropped},
}};

constexpr bool by_name(const TeiName& a, const TeiName& b) noexcept { return a.name < b.name; }
static_assert(std::is_sorted(kTeiNames.begin(), kTeiNames.end(), by_name));

}  // namespace

TeiElement tei_element(std::string_view name) noexcept {
  const TeiName wanted{name, TeiElement::inline_text};
  const auto* const found = std::lower_bound(kTeiNames.begin(), kTeiNames.end(), wanted, by_name);
  return found != kTeiNames.end() && found->name == name ? found->element : TeiElement::inline_text;
}

}  // namespace dateline
