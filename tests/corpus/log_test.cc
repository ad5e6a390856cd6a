// Logs: what is an entry, what is a topic, and who is credited.
#include <string>
#include <vector>

#include "corpus/structure/credits.h"
#include "corpus/structure/finite_verb.h"
#include "tests/corpus/reading.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

Article read_log(const std::string& text) {
  std::string json;
  for (const char c : text) {
    if (c == '"' || c == '\\') json += '\\';
    json += c == '\n' ? std::string{"\\n"} : std::string(1, c);
  }
  return read_one("a.jsonl", R"({"published":"2014-07-01","text":")" + json + "\"}\n");
}

TEST_CASE("a line tells something if it has a finite verb", "[corpus][log]") {
  const std::vector<std::string> told{
      "Kenya allows guns",
      "China allows academics to own patents",
      "The last Oldsmobile is produced in Lansing",
      "In Togo, the assembly rejects constitutional changes",
      "John Lennon's guitar sells for over $2.5 million",
      "Two Finnish women are shot and killed",
      "Warlords denounce government proposals",
      "Norway and Sweden agree on herring",
      "Typhoon Talim hits Taiwan",
      "An earthquake strikes 51 kilometres south of Ica",
      "A bridge collapses in Mumbai",
      "Opposition leaders blame Syria for the death",
      "Parliament formally opens in Oslo",
      "The king plans to resign",
      "Herring prices fell to a low",
      "Ministers won't resign",
      "The Shuttle was waved off",
      "Police have arrested three men",
      "The Herring Packers beat the Mackerel Club",
      "Norway bans electric herring fishing",
      "The Fisheries Council reports slower growth",
      "A minister of Iraq met with Pope John Paul II",
      "Ann Smith, leader of the house, resigned from the cabinet",
      "An oil well owned by a firm exploded",
      "Ohio, represented by Akron, defeats Lima",
      "Flight 12, an old jet, crashes after a fire",
      "Four soldiers killed in an airstrike",
      "35 leaders of a party arrested in Lima",
      "Statoil pledges €33 billion",
      "Three people die after a storm",
      "80 people die after a storm",
      "A general surrenders himself",
  };
  for (const auto& line : told) {
    CAPTURE(line);
    CHECK(has_finite_verb(line));
  }
  const std::vector<std::string> topics{
      "Protests in Kenya",
      "Japan–Russia relations, NATO–Russia relations",
      "United States strikes on Iranian nuclear sites",
      "2013 protests in Brazil",
      "Travel restrictions related to the COVID-19 pandemic",
      "List of offenders executed in the United States in 2017",
      "International reactions to the Israel–Hamas war",
      "2024 Rio Grande do Sul floods",
      "Attempts to overturn the 2020 United States presidential election",
      "Armed conflicts and attacks",
      "Military aid to Ukraine during the war",
      "Hart family crash",
      "Bombings of Kharkiv, missile attacks, clashes",
      "Right to die",
      "Elected politicians who changed party",
      "Iraqi protests (2019–present)",
      "Vatican leaks scandal",
      "Hong Kong protest 2014",
      "Nuclear arms race",
      "Criminal charges brought in an investigation",
      "Baltic states synchronization with Europe",
      "2014 floods following a storm",
      "2024 bombings of four towns",
      "",
      "2024",
  };
  for (const auto& line : topics) {
    CAPTURE(line);
    CHECK_FALSE(has_finite_verb(line));
  }
}

TEST_CASE("a log's lines without a sentence are its topics", "[corpus][log]") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"Japan–Russia relations, NATO–Russia relations",
       "heading: Japan–Russia relations, NATO–Russia relations\n"},
      {"Somali Civil War (2009–present)", "heading: Somali Civil War (2009–present)\n"},
      {"COVID-19 pandemic in Georgia (country)",
       "heading: COVID-19 pandemic in Georgia (country)\n"},
      {"Space One (Japanese company)", "heading: Space One (Japanese company)\n"},
      {"An act to repeal the protection of the herring and of its fishers",
       "heading: An act to repeal the protection of the herring and of its fishers\n"},
      {"Apple Inc. v. Pepper", "heading: Apple Inc. v. Pepper\n"},
      {"Resolution ES-10/L.22", "heading: Resolution ES-10/L.22\n"},
      {"Smith v. Jones, et al.", "heading: Smith v. Jones, et al.\n"},
      {"Harbour clashes (2012–present)", "heading: Harbour clashes (2012–present)\n"},
      {"Herring fishers seal off the offices of the last paper, Daily News.",
       "log-entry: Herring fishers seal off the offices of the last paper, Daily News.\n"},
      {"Sixth land to do so. (Africanews)", "log-entry: Sixth land to do so.\n"},
      {"Smith as the new Director General. (IAEA)",
       "log-entry: Smith as the new Director General.\n"},
      {"A plane down in the jungle of Colombia.BNN",
       "log-entry: A plane down in the jungle of Colombia.BNN\n"},
      {"After ten hours, a man with a rifle out of a house in Lima",
       "log-entry: After ten hours, a man with a rifle out of a house in Lima\n"},
      {"Herring season. (AP) 2014 league playoffs (Bowl XL):",
       "log-entry: Herring season.\nheading: 2014 league playoffs (Bowl XL):\n"},
      {"Kenya bans guns.", "log-entry: Kenya bans guns.\n"},
      {"Kenya allows guns", "log-entry: Kenya allows guns\n"},
      {"Herring? In short supply.", "log-entry: Herring? In short supply.\n"},
      {"Malta marks a day of the fleet (di-ve) (BBC)",
       "log-entry: Malta marks a day of the fleet (di-ve)\n"},
      {"* * *\n\nKenya bans guns.", "paragraph: * * *\nlog-entry: Kenya bans guns.\n"},
      {"A law is passed. 2010–2011 Tunisian protests:",
       "log-entry: A law is passed.\nheading: 2010–2011 Tunisian protests:\n"},
      {"Police shoot at people in Djibouti. (Al Jazeera) 2011 U.S. budget crisis:",
       "log-entry: Police shoot at people in Djibouti.\nheading: 2011 U.S. budget "
       "crisis:\n"},
      {"Israeli forces kill six:", "log-entry: Israeli forces kill six:\n"},
  };
  for (const auto& [text, blocks] : cases) {
    CAPTURE(text);
    const auto log = read_log(text);
    CHECK(describe(log) == blocks);
    CHECK_THAT(broken_invariant(log), Catch::Equals(""));
  }
}

// The words of an entry and its sources: "Kenya bans guns. | BBC; CNN".
std::string parts(const std::string& entry) {
  const auto begin = credits_begin(entry);
  std::string line = entry.substr(0, begin) + " |";
  for (const auto& source : parse_credits(std::string_view{entry}.substr(begin)))
    line += (line.back() == '|' ? " " : "; ") + source;
  return line;
}

TEST_CASE("what stands in brackets behind an entry are its sources", "[corpus][log]") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"Kenya bans guns. (Reuters)", "Kenya bans guns. | Reuters"},
      {"Kenya bans guns. (Reuters) (BBC News), (ABC News Australia),",
       "Kenya bans guns. | Reuters; BBC News; ABC News Australia"},
      {"Kenya bans guns. (AP via Yahoo News)", "Kenya bans guns. | AP; Yahoo News"},
      {"Kenya bans guns. (Reuters, AP)", "Kenya bans guns. | Reuters; AP"},
      {"Kenya bans guns. (Daily Star, Lebanon)", "Kenya bans guns. | Daily Star, Lebanon"},
      {"Kenya bans guns. (ABC (Australia))", "Kenya bans guns. | ABC (Australia)"},
      {"Kenya bans guns (Philippine Star)", "Kenya bans guns | Philippine Star"},
      {"Kenya bans guns (Delfi).", "Kenya bans guns (Delfi). |"},
      {"Kenya bans guns (Guardian).", "Kenya bans guns | Guardian"},
      {"Kenya buys guns for 9 billion ($80 million). (Bloomberg)",
       "Kenya buys guns for 9 billion ($80 million). | Bloomberg"},
      {"Kenya bans guns in public places (Kerala Next) (BBC)",
       "Kenya bans guns in public places | Kerala Next; BBC"},
      {"Kenya bans guns (Reuters) (Mercopress)", "Kenya bans guns | Reuters; Mercopress"},
      {"Kenya joins the Free Herring Army (FHA) (Reuters)",
       "Kenya joins the Free Herring Army (FHA) | Reuters"},
      {"Kenya knows the Republic of China (Taiwan). (Reuters)",
       "Kenya knows the Republic of China (Taiwan). | Reuters"},
      {"Kenya bans guns. (AP via Yahoo! News}", "Kenya bans guns. | AP; Yahoo! News"},
      {"Kenya bans guns. (The Hindu", "Kenya bans guns. | The Hindu"},
      {"Kenya bans guns.[(L'Orient le Jour)", "Kenya bans guns. | L'Orient le Jour"},
      {"Kenya bans guns.[url=https://www.example.org/a", "Kenya bans guns. | example.org"},
      {"Kenya bans guns. (Nobody objects.)", "Kenya bans guns. (Nobody objects.) |"},
      {"Kenya bans guns. (Reuters) (Reuters)", "Kenya bans guns. | Reuters"},
      {"Kenya bans guns. (KCNA) [https://www.bbc.co.uk/news/1]",
       "Kenya bans guns. | KCNA; bbc.co.uk"},
      {"Kenya bans guns.http://www.example.org/a.html", "Kenya bans guns. | example.org"},
      {"Kenya bans guns. BBC, AP", "Kenya bans guns. | BBC; AP"},
      {"Kenya bans guns. (BBC) AP", "Kenya bans guns. | BBC; AP"},
      {"Kenya bans guns in Nakuru (a town) AP", "Kenya bans guns in Nakuru (a town) | AP"},
      {"Kenya bans guns. - Ziff Davis; BBC News", "Kenya bans guns. - Ziff Davis; BBC News |"},
      {"Kenya bans guns in schools. (Greek)", "Kenya bans guns in schools. |"},
      {"Kenya bans guns. (in Greek).", "Kenya bans guns. |"},
      {"Kenya bans guns. (Nation) (in Swahili)", "Kenya bans guns. | Nation"},
      {"Kenya bans guns. (Yonhap (in Korean))", "Kenya bans guns. | Yonhap (in Korean)"},
      {"Kenya bans guns. (NOS (Dutch)).", "Kenya bans guns. | NOS (Dutch)"},
      {"Kenya bans guns. (Dutch language)", "Kenya bans guns. |"},
      {"Kenya bans the guns of others (German ones)",
       "Kenya bans the guns of others (German ones) |"},
      {"Kenya meets the Republic (Greek Cypriots)", "Kenya meets the Republic (Greek Cypriots) |"},
      {"Somali Civil War (2009–present)", "Somali Civil War (2009–present) |"},
      {"Kenya bans guns", "Kenya bans guns |"},
      {"(Reuters)", "(Reuters) |"},
      {"", " |"},
  };
  for (const auto& [entry, expected] : cases) {
    CAPTURE(entry);
    CHECK(parts(entry) == expected);
  }
}

TEST_CASE("names of a source are the same however they are written", "[corpus][log]") {
  CHECK(comparable_source("The Guardian") == comparable_source("guardian"));
  CHECK(comparable_source("al-Jazeera") == comparable_source("Al Jazeera"));
  CHECK(comparable_source("BBC") != comparable_source("BBC News"));
}

TEST_CASE("brackets without end cost what they are long", "[corpus][log]") {
  std::string entry = "Kenya bans guns. ";
  for (int i = 0; i < 100'000; ++i) entry += "(BBC) ";
  CHECK(credits_begin(entry) == 16);
  CHECK(parse_credits(std::string_view{entry}.substr(16)).size() == 1);
  const std::string open(200'000, '(');
  CHECK(credits_begin(open) == open.size());
  const std::string closed = open + std::string(200'000, ')');
  CHECK(credits_begin(closed) == closed.size());
}

}  // namespace
}  // namespace dateline::test
