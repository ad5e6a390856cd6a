#include "language/spellings/transliteration.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using Cases = std::vector<std::pair<std::string_view, std::string_view>>;

void check_has_each(const Cases& cases) {
  const Transliteration transliteration;
  for (const auto& [written, latin] : cases) {
    const auto found = transliteration.latin(written);
    CAPTURE(written, latin, fmt::format("{}", fmt::join(found, ", ")));
    CHECK(std::find(found.begin(), found.end(), latin) != found.end());
    CHECK(found.size() <= Transliteration::kMaxSpellings);
  }
}

}  // namespace

TEST_CASE("Russian names are spelled as English texts spell them", "[language][transliteration]") {
  check_has_each({
      {"Путин", "Putin"},
      {"ПУТИН", "Putin"},
      {"путин", "putin"},
      {"Ельцин", "Yeltsin"},
      {"Ельцин", "Eltsin"},
      {"Горбачёв", "Gorbachev"},
      {"Горбачев", "Gorbachev"},
      {"Хрущёв", "Khrushchev"},
      {"Хрущев", "Khrushchev"},
      {"Хрущёв", "Khrushchov"},
      {"Лавров", "Lavrov"},
      {"Примаков", "Primakov"},
      {"Зюганов", "Zyuganov"},
      {"Жириновский", "Zhirinovsky"},
      {"Жириновский", "Zhirinovskiy"},
      {"Чубайс", "Chubais"},
      {"Медведев", "Medvedev"},
      {"Черномырдин", "Chernomyrdin"},
      {"Шойгу", "Shoigu"},
      {"Шойгу", "Shoygu"},
      {"Толстой", "Tolstoy"},
      {"Достоевский", "Dostoevsky"},
      {"Достоевский", "Dostoyevsky"},
      {"Менделеев", "Mendeleev"},
      {"Фёдоров", "Fyodorov"},
      {"Фёдоров", "Fedorov"},
      {"Ёлкин", "Yolkin"},
      {"Васильев", "Vasilyev"},
      {"Васильев", "Vasiliev"},
      {"Ильич", "Ilich"},
      {"Ильич", "Ilyich"},
      {"Татьяна", "Tatiana"},
      {"Татьяна", "Tatyana"},
      {"Сергей", "Sergei"},
      {"Сергей", "Sergey"},
      {"Юрий", "Yuri"},
      {"Юрий", "Yury"},
      {"Александр", "Aleksandr"},
      {"Александр", "Alexandr"},
      {"Горький", "Gorky"},
      {"Белый", "Bely"},
      {"Эренбург", "Erenburg"},
      {"Известия", "Izvestia"},
      {"Щербаков", "Shcherbakov"},
      {"Подъячев", "Podyachev"},
      {"Салтыков-Щедрин", "Saltykov-Shchedrin"},
      {"Независимая", "Nezavisimaya"},
  });
}

TEST_CASE("the most usual spelling comes first", "[language][transliteration]") {
  const Transliteration transliteration;
  for (const auto& [written, latin] : Cases{{"Ельцин", "Yeltsin"},
                                            {"Горбачёв", "Gorbachev"},
                                            {"Хрущёв", "Khrushchev"},
                                            {"Жириновский", "Zhirinovsky"},
                                            {"Чубайс", "Chubais"}}) {
    CAPTURE(written);
    REQUIRE_FALSE(transliteration.latin(written).empty());
    CHECK(transliteration.latin(written).front() == latin);
  }
}

TEST_CASE("other Cyrillic alphabets are known by their letters", "[language][transliteration]") {
  check_has_each({
      {"Зеленський", "Zelenskyy"},
      {"Зеленський", "Zelensky"},
      {"Янукович", "Yanukovich"},
      {"Київ", "Kyiv"},
      {"Львів", "Lviv"},
      {"Сергій", "Serhiy"},
      {"Луганськ", "Luhansk"},
      {"Милошевић", "Milosevic"},
      {"Ђинђић", "Djindjic"},
      {"Лукашэнка", "Lukashenka"},
      {"Қазақстан", "Qazaqstan"},
  });
}

TEST_CASE("Chinese names are joined pinyin", "[language][transliteration]") {
  check_has_each({
      {"江泽民", "Jiang Zemin"},
      {"江澤民", "Jiang Zemin"},
      {"江泽民", "Jiangzemin"},
      {"朱镕基", "Zhu Rongji"},
      {"李鹏", "Li Peng"},
      {"曾庆红", "Zeng Qinghong"},
      {"毛澤東", "Mao Zedong"},
      {"欧阳修", "Ouyang Xiu"},
      {"司馬遷", "Sima Qian"},
      {"诸葛亮", "Zhuge Liang"},
      {"北京", "Beijing"},
      {"重庆", "Chongqing"},
      {"西安", "Xi'an"},
      {"西安", "Xian"},
      {"黑龙江", "Heilongjiang"},
      {"内蒙古", "Neimenggu"},
      {"乌鲁木齐", "Wulumuqi"},
  });
}

TEST_CASE("other scripts have one romanization", "[language][transliteration]") {
  check_has_each({
      {"Παπανδρέου", "Papandreou"},
      {"Μητσοτάκης", "Mitsotakis"},
      {"Τσίπρας", "Tsipras"},
      {"შევარდნაძე", "Shevardnadze"},
      {"სააკაშვილი", "Saakashvili"},
      {"Երևան", "Yerevan"},
      {"서울", "Seoul"},
      {"부산", "Busan"},
      {"김정일", "Gim Jeongil"},
      {"मोदी", "Modi"},
      {"トヨタ", "Toyota"},
  });
}

TEST_CASE("what cannot be spelled in Latin letters gives nothing", "[language][transliteration]") {
  const Transliteration transliteration;
  for (const std::string_view word :
       {"", "Putin", "Élysée", "Łódź", "2001", "مبارك", "ברק", "Putinа", "東京タワー", "安倍さん",
        "江", "中华人民共和国国务院", "ⅷ", "…", "😀", "\xFF", "\xD0"}) {
    CAPTURE(word);
    CHECK(transliteration.latin(word).empty());
  }
  CHECK(transliteration.latin(std::string(1 << 20, '\xD0')).empty());
}

TEST_CASE("Latin words and others are distinguished", "[language][transliteration]") {
  for (const std::string_view word :
       {"Putin", "Élysée", "łódź", "2001", "", "d’Ivoire", "e\u0301"}) {
    CAPTURE(word);
    CHECK(is_latin(word));
  }
  for (const std::string_view word : {"Путин", "江泽民", "Putinа", "서울", "Αθήνα"}) {
    CAPTURE(word);
    CHECK_FALSE(is_latin(word));
  }
}

}  // namespace dateline::test
