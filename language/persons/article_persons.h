// The persons of one article while they are being found.
#pragma once

#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/persons/name_run.h"
#include "language/persons/office_holders.h"
#include "language/persons/office_phrase.h"
#include "language/persons/person_mention.h"
#include "language/persons/person_register.h"
#include "language/persons/person_text.h"

namespace dateline::persons {

/// A name of the article, before it is decided whether it is a mention.
struct Candidate {
  std::uint32_t text = 0;
  NameRun run;
  std::optional<OfficePhrase> office;  ///< with which it is introduced here
  bool thing = false;                  ///< part of a doctrine's, a street's, a ship's name
  bool rest_unlisted = false;          ///< nor the name without its first word
  bool unlisted = false;               ///< the table of office-holders lacks the name
  bool dated = false;                  ///< `days` is known
  Register::Id person = Register::kNobody;
  const OfficeHolder* holder = nullptr;  ///< the row that makes the person act
  const OfficeHolder* likely =
      nullptr;  ///< whom a common name would mean; alone it tells too little
  const OfficeHolder* known = nullptr;  ///< the row of a person whom the text itself introduces
  std::optional<DateInterval> days;     ///< of what it does: day_of()
  std::optional<CountryCode> country;
  std::string_view organization;
  const Introduction* proof = nullptr;
  std::string_view rule;
};

/// Works through the texts of an article: run() once, then mentions().
class ArticlePersons {
 public:
  ArticlePersons(std::span<const PersonSource> texts, const std::optional<DateInterval>& published,
                 const OfficeHolders& holders, std::span<const Name> nobodies);

  void run();
  [[nodiscard]] std::vector<std::vector<PersonMention>> mentions() const;

 private:
  using Index = PersonText::Index;

  void read_text(std::uint32_t text);
  [[nodiscard]] bool is_nobody(const Name& name) const;
  void introduce(Candidate& candidate, const Candidate* before) const;
  void register_person(std::uint32_t number);
  void resolve(std::uint32_t number);
  bool resolve_registered(Candidate& candidate, std::uint32_t number);
  [[nodiscard]] bool is_listed(const Name& name);
  [[nodiscard]] const std::vector<const OfficeHolder*>& rows_of(const Name& name,
                                                                const DateInterval& days);
  void resolve_known(Candidate& candidate, std::uint32_t number);

  void act(Candidate& candidate, std::uint32_t number);
  void act_by_introduction(Candidate& candidate, std::uint32_t number, const Introduction& by);
  bool act_by_table(Candidate& candidate, const Name& name, Role role, bool any_day);
  void act_by_neighbours(Candidate& candidate, std::uint32_t number, const OfficePhrase& office);
  void recognize(Candidate& candidate);
  void take_country(Candidate& candidate, const Introduction& introduction) const;

  [[nodiscard]] const std::optional<DateInterval>& day_of(Candidate& candidate) const;
  [[nodiscard]] bool may_be_called(const OfficeHolder& row, const Name& name) const;
  [[nodiscard]] std::optional<DateInterval> date_beside(const PersonSource& source, Span name,
                                                        bool clause) const;
  [[nodiscard]] std::vector<const OfficeHolder*> concerned(
      const Candidate& candidate, std::vector<const OfficeHolder*> rows) const;
  [[nodiscard]] bool names_country_of(std::uint32_t text, const OfficeHolder& row) const;
  [[nodiscard]] bool is_plausible(const Candidate& candidate, std::uint32_t number,
                                  const OfficeHolder& row) const;
  [[nodiscard]] const Introduction* introduction_for(const Person& person,
                                                     std::uint32_t number) const;

  std::span<const PersonSource> sources_;
  std::optional<DateInterval> published_;
  const OfficeHolders& holders_;
  std::span<const Name> nobodies_;  ///< no persons, by the user's word
  NameReader reader_;
  std::vector<PersonText> texts_;
  std::vector<Candidate> candidates_;
  Register register_;
  std::unordered_map<std::string_view, Register::Id> known_;  ///< by the table's usual name
  std::unordered_set<std::uint64_t> strangers_;     ///< last words of full names nobody introduces
  std::unordered_map<std::uint64_t, bool> listed_;  ///< by name: whether the table has it
  std::unordered_map<std::uint64_t, std::vector<const OfficeHolder*>> rows_;  ///< by name and days
  std::vector<CountryCode> subjects_;  ///< countries in titles
};

}  // namespace dateline::persons
