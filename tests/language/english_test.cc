#include "language/words/english.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {

TEST_CASE("paragraphs are judged by their script and their frequent words", "[language][english]") {
  struct Case {
    std::string text;
    Judgement judgement;
  };
  const std::vector<Case> cases = {
      {"The two sides agreed to meet again in the capital before the end of the year.",
       Judgement::english},
      {"Mar. 8, 2001: Liaoyang, a city in China's Liaoning Province, and Tomsk, a university town "
       "in "
       "Russia, sign an agreement.",
       Judgement::english},
      {"Argentina; Brazil; Chile; Colombia; Ecuador; Paraguay; Peru; Uruguay; Venezuela; Bolivia",
       Judgement::english},
      {"Net profit 12.8 mln Swiss francs vs 7.5 mln. Orders received 2.21 billion francs vs 2.61.",
       Judgement::english},
      {"La Paz, Los Angeles, San Jose, Rio de Janeiro and El Salvador were on the list of hosts.",
       Judgement::english},
      {"Об этом 28 июня 2022 года сообщила Норвегия. Указ подписан в Осло.", Judgement::foreign},
      {"28 червня 2022 року президент прибув до столиці Норвегії з візитом.", Judgement::foreign},
      {"Der Minister ist nach Oslo gereist und hat dort mit dem Kanzler über die Lage gesprochen.",
       Judgement::foreign},
      {"Le ministre est arrivé à Oslo pour une visite de trois jours avec les chefs du parti.",
       Judgement::foreign},
      {"El ministro llegó a Oslo para una visita de tres días con los jefes del partido que "
       "gobierna.",
       Judgement::foreign},
      {"2022年6月28日,挪威外交部长在奥斯陆会见了来访的中国外交部长,"
       "双方就两国关系以及共同关心的问题交换了意见。",
       Judgement::foreign},
      {"In Oslo, 28 June 2022.", Judgement::too_short},
      {"", Judgement::too_short},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(judge_language(c.text) == c.judgement);
  }
}

}  // namespace dateline::test
