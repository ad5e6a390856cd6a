#include <array>

#include "presenter/explanation_presenter.h"
#include "presenter/json_values.h"
#include "searcher/query/request.h"

namespace dateline {
namespace {

Json check_json(const ConditionCheck& check) {
  Json object{{"kind", check.name}, {"passed", check.passed}};
  if (check.is_given_up) object["given_up"] = true;
  if (check.query.empty()) {
    Json children = Json::array();
    for (const auto& child : check.children) children.push_back(check_json(child));
    object["children"] = std::move(children);
    return object;
  }
  object["query"] = check.query;
  if (check.date_mode) object["date_mode"] = date_mode_name(*check.date_mode);
  if (!check.stands_for.empty()) object["stands_for"] = check.stands_for;
  object["found"] = check.found;
  return object;
}

Json part_json(const ScorePart& part) {
  Json object{{"kind", score_part_name(part.kind)}, {"label", part.label}};
  if (!part.stands_for.empty()) object["stands_for"] = part.stands_for;
  object["frequency"] = part.frequency;
  if (part.kind != ScorePart::Kind::near && part.kind != ScorePart::Kind::lead) {
    object["idf"] = part.idf;
    object["burstiness"] = part.burstiness;
    object["factor"] = part.factor;
  }
  object["score"] = part.score;
  return object;
}

Json score_json(const RankExplanation& score) {
  Json parts = Json::array();
  for (const auto& part : score.parts) parts.push_back(part_json(part));
  return {{"parts", std::move(parts)},      {"sum", score.sum},
          {"date_boost", score.date_boost}, {"score", score.score},
          {"length", score.length},         {"average_length", score.average_length}};
}

Json left_out_json(const std::vector<LeftOutWord>& words) {
  Json list = Json::array();
  for (const auto& word : words) {
    const bool is_stop_word = word.reason == LeftOutWord::Reason::stop_word;
    list.push_back({{"word", word.text}, {"reason", is_stop_word ? "stop word" : "punctuation"}});
  }
  return list;
}

}  // namespace

std::string_view score_part_name(ScorePart::Kind kind) noexcept {
  constexpr std::array<std::string_view, 6> kNames{"word",     "prefix", "variant",
                                                   "feedback", "near",   "lead"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string to_json(const Explanation& explanation) {
  Json selections = Json::array();
  for (const auto& [facet, condition] : explanation.selections)
    selections.push_back({{"facet", facet_name(facet)}, {"condition", check_json(condition)}});
  Json days = Json::array();
  for (const auto& range : explanation.asked_days)
    days.push_back(interval_json(to_interval(range)));
  Json object{{"schema", kOutputSchema},
              {"kind", unit_name(explanation.hit.kind, 1)},
              {"id", explanation.hit.id},
              {"matches", explanation.matches},
              {"total", explanation.total}};
  object["rank"] = explanation.rank == 0 ? Json(nullptr) : Json(explanation.rank);
  object["query"] = explanation.query ? check_json(*explanation.query) : Json(nullptr);
  object["selections"] = std::move(selections);
  object["left_out"] = left_out_json(explanation.left_out);
  object["asked_days"] = std::move(days);
  object["score"] = explanation.score ? score_json(*explanation.score) : Json(nullptr);
  object["notices"] = explanation.notices;
  object["hit"] = hit_json(explanation.hit);
  return dump(object);
}

}  // namespace dateline
