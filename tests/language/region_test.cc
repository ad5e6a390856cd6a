#include "language/countries/region.h"

#include <algorithm>
#include <set>
#include <string>

#include "language/countries/country_finder.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

std::size_t index_of(std::string_view id) {
  const auto regions = all_regions();
  const auto found =
      std::find_if(regions.begin(), regions.end(), [id](const Region& r) { return r.id == id; });
  CAPTURE(id);
  REQUIRE(found != regions.end());
  return static_cast<std::size_t>(found - regions.begin());
}

bool is_in(std::string_view code, std::string_view region) {
  return ((regions_of(CountryCode{code}) >> index_of(region)) & 1U) != 0;
}

std::string id_for(std::string_view typed) {
  const auto region = region_for(typed);
  return region ? std::string{all_regions()[*region].id} : "-";
}

}  // namespace

TEST_CASE("every country but Antarctica is in a region", "[language][region]") {
  for (const auto code : all_country_codes()) {
    CAPTURE(code.str());
    CHECK((regions_of(code) != 0) == (code != CountryCode{"AQ"}));
  }
}

TEST_CASE("every country but Antarctica is in one continent of M49 and one subregion",
          "[language][region]") {
  std::uint64_t continents = 0;
  for (const auto* id : {"africa", "americas", "asia", "europe", "oceania"}) {
    continents |= std::uint64_t{1} << index_of(id);
  }
  for (const auto code : all_country_codes()) {
    if (code == CountryCode{"AQ"}) continue;
    CAPTURE(code.str());
    const auto in = regions_of(code) & continents;
    CHECK(in != 0);
    CHECK((in & (in - 1)) == 0);
  }
}

TEST_CASE("regions hold only codes that the finder can return", "[language][region]") {
  const auto known = all_country_codes();
  for (std::size_t i = 0; i < all_regions().size(); ++i) {
    const auto codes = countries_of(i);
    CAPTURE(all_regions()[i].id);
    CHECK_FALSE(codes.empty());
    CHECK(std::is_sorted(codes.begin(), codes.end()));
    CHECK(std::includes(known.begin(), known.end(), codes.begin(), codes.end()));
  }
}

TEST_CASE("the regions are a tree: parents stand first and hold all their children's countries",
          "[language][region]") {
  const auto regions = all_regions();
  REQUIRE(regions.size() <= kMaxRegions);
  std::set<std::string_view> ids;
  for (std::size_t i = 0; i < regions.size(); ++i) {
    CAPTURE(regions[i].id);
    CHECK(ids.insert(regions[i].id).second);
    if (regions[i].parent.empty()) continue;
    const auto parent = index_of(regions[i].parent);
    CHECK(parent < i);
    const auto inner = countries_of(i);
    const auto outer = countries_of(parent);
    CHECK(std::includes(outer.begin(), outer.end(), inner.begin(), inner.end()));
  }
}

TEST_CASE("masks and lists of countries say the same", "[language][region]") {
  for (std::size_t i = 0; i < all_regions().size(); ++i) {
    const auto codes = countries_of(i);
    for (const auto code : all_country_codes()) {
      CAPTURE(all_regions()[i].id, code.str());
      CHECK((((regions_of(code) >> i) & 1U) != 0) ==
            std::binary_search(codes.begin(), codes.end(), code));
    }
  }
}

TEST_CASE("what is no code of capital letters is in no region", "[language][region]") {
  for (const auto* code : {"ZZ", "??", "ru", "A1", "\xC3\xA9"}) {
    CAPTURE(code);
    CHECK(regions_of(CountryCode{code}) == 0);
  }
}

TEST_CASE("M49's subregions have its countries", "[language][region]") {
  CHECK(join_codes(countries_of(index_of("central-asia")), " ") == "KG KZ TJ TM UZ");
  CHECK(join_codes(countries_of(index_of("eastern-asia")), " ") == "CN HK JP KP KR MN MO TW");
  CHECK(join_codes(countries_of(index_of("northern-africa")), " ") == "DZ EG EH LY MA SD TN");
  CHECK(join_codes(countries_of(index_of("southern-asia")), " ") == "AF BD BT IN IR LK MV NP PK");
  CHECK(all_regions()[index_of("central-asia")].parent == "asia");
  CHECK(all_regions()[index_of("western-africa")].parent == "sub-saharan-africa");
  CHECK(all_regions()[index_of("sub-saharan-africa")].parent == "africa");
  CHECK(all_regions()[index_of("caribbean")].parent == "latin-america-and-the-caribbean");
}

TEST_CASE("regions of usage have the countries of the reviewed table", "[language][region]") {
  CHECK(join_codes(countries_of(index_of("south-asia")), " ") == "AF BD BT IN LK MV NP PK");
  CHECK(join_codes(countries_of(index_of("south-caucasus")), " ") == "AM AZ GE");
  CHECK(join_codes(countries_of(index_of("baltic-states")), " ") == "EE LT LV");
  CHECK(join_codes(countries_of(index_of("korean-peninsula")), " ") == "KP KR");
  CHECK(join_codes(countries_of(index_of("persian-gulf")), " ") == "AE BH IQ IR KW OM QA SA");
  CHECK(is_in("EG", "middle-east"));
  CHECK(is_in("EG", "northern-africa"));
  CHECK_FALSE(is_in("EG", "asia"));
  CHECK(is_in("RU", "northeast-asia"));
  CHECK_FALSE(is_in("RU", "asia"));
}

TEST_CASE("former states and Kosovo have their regions", "[language][region]") {
  struct Case {
    const char* code;
    const char* region;
  };
  for (const auto& [code, region] : {Case{"SU", "eastern-europe"},
                                     {"SU", "europe"},
                                     {"SU", "former-soviet-union"},
                                     {"YU", "balkans"},
                                     {"YU", "southern-europe"},
                                     {"CS", "central-europe"},
                                     {"CS", "eastern-europe"},
                                     {"DD", "eastern-europe"},
                                     {"YD", "western-asia"},
                                     {"YD", "middle-east"},
                                     {"XK", "western-balkans"},
                                     {"XK", "europe"}}) {
    CAPTURE(code, region);
    CHECK(is_in(code, region));
  }
  // CS is Czechoslovakia here, not Serbia and Montenegro.
  CHECK_FALSE(is_in("CS", "balkans"));
}

TEST_CASE("a region is found by what users type", "[language][region]") {
  struct Case {
    const char* typed;
    const char* id;
  };
  for (const auto& [typed, id] :
       {Case{"central-asia", "central-asia"},
        {"Central Asia", "central-asia"},
        {"CENTRAL_ASIA", "central-asia"},
        {"143", "central-asia"},
        {"East Asia", "eastern-asia"},
        {"west-africa", "western-africa"},
        {"Southeast Asia", "southeast-asia"},
        {"South-Eastern Asia", "southeast-asia"},
        {"south east asia", "southeast-asia"},
        {"north america", "northern-america"},
        {"Latin America", "latin-america-and-the-caribbean"},
        {"latin america & caribbean", "latin-america-and-the-caribbean"},
        {"Latin America & the Caribbean", "latin-america-and-the-caribbean"},
        {"sub-saharan africa", "sub-saharan-africa"},
        {"the Middle East", "middle-east"},
        {"mideast", "middle-east"},
        {" The Balkans ", "balkans"},
        {"baltics", "baltic-states"},
        {"Great Lakes (Africa)", "african-great-lakes"},
        {"post-Soviet states", "former-soviet-union"},
        {"Maghréb", "maghreb"},
        {"South Asia", "south-asia"},
        {"southern asia", "southern-asia"},
        {"China", "-"},
        {"South Africa", "-"},
        {"world", "-"},
        {"999", "-"},
        {"", "-"},
        {"the", "-"},
        {"\xFF\xFE", "-"}}) {
    CAPTURE(typed);
    CHECK(id_for(typed) == id);
  }
}

TEST_CASE("every id and name finds its own region", "[language][region]") {
  for (std::size_t i = 0; i < all_regions().size(); ++i) {
    CAPTURE(all_regions()[i].id);
    CHECK(region_for(all_regions()[i].id) == i);
    CHECK(region_for(all_regions()[i].name) == i);
  }
}

TEST_CASE("near misses of a region's name are suggested, best first", "[language][region]") {
  struct Case {
    const char* typed;
    const char* best;
  };
  for (const auto& [typed, best] : {Case{"centrl-asia", "central-asia"},
                                    {"Balkens", "balkans"},
                                    {"midle east", "middle-east"},
                                    {"carribean", "caribbean"},
                                    {"magreb", "maghreb"}}) {
    CAPTURE(typed);
    const auto suggestions = region_suggestions(typed);
    REQUIRE_FALSE(suggestions.empty());
    CHECK(suggestions.front() == best);
    CHECK(suggestions.size() <= 3);
  }
  CHECK(region_suggestions("").empty());
  CHECK(region_suggestions("xqzxqzxqzxqz").empty());
  CHECK(region_suggestions(std::string(100'000, 'a')).empty());
}

}  // namespace dateline::test
