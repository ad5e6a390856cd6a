#include "evaluation/retrieval_report.h"

#include <fmt/format.h>

#include "presenter/json_values.h"

namespace dateline {
namespace {

std::string figures(const Measures& measures) {
  std::string text;
  for (const auto& name : kMeasureNames) text += fmt::format(" {:.4f}", measures.*name.value);
  return text;
}

Json measures_json(const Measures& measures) {
  Json json;
  for (const auto& name : kMeasureNames) json[std::string{name.json}] = measures.*name.value;
  return json;
}

Json topics_json(const std::vector<TopicMeasures>& topics) {
  auto json = Json::array();
  for (const auto& topic : topics) {
    Json one{{"topic", topic.topic}, {"relevant", topic.relevant}};
    one.update(measures_json(topic.measures));
    json.push_back(std::move(one));
  }
  return json;
}

Json compared_json(const RetrievalReport& report) {
  Json json;
  json["run"] = report.compared->path;
  json["means"] = measures_json(mean(report.compared->topics));
  const auto all = differences(report.topics, report.compared->topics);
  for (std::size_t i = 0; i < all.size(); ++i) {
    json["differences"][std::string{kMeasureNames[i].json}] = {
        {"mean", all[i].mean}, {"p", all[i].test.p}, {"exact", all[i].test.exact}};
  }
  if (report.per_topic) json["per_topic"] = topics_json(report.compared->topics);
  return json;
}

}  // namespace

std::array<MeasureDifference, kMeasureNames.size()> differences(
    const std::vector<TopicMeasures>& topics, const std::vector<TopicMeasures>& compared) {
  std::array<MeasureDifference, kMeasureNames.size()> all;
  const auto means = mean(topics);
  const auto compared_means = mean(compared);
  for (std::size_t m = 0; m < all.size(); ++m) {
    const auto value = kMeasureNames[m].value;
    std::vector<double> of_topics;
    of_topics.reserve(topics.size());
    for (std::size_t i = 0; i < topics.size(); ++i)
      of_topics.push_back(topics[i].measures.*value - compared[i].measures.*value);
    all[m] = {means.*value - compared_means.*value, randomisation_test(of_topics)};
  }
  return all;
}

std::string to_text(const RetrievalReport& report, const TextStyle&) {
  std::string text;
  for (std::size_t i = 0; report.per_topic && i < report.topics.size(); ++i) {
    text += report.topics[i].topic + figures(report.topics[i].measures);
    if (report.compared) text += figures(report.compared->topics[i].measures);
    text += '\n';
  }
  if (report.compared) {
    text += fmt::format("{}: {}\n", report.compared->path, measures_line(report.compared->topics));
    const auto all = differences(report.topics, report.compared->topics);
    text += "difference";
    for (std::size_t i = 0; i < all.size(); ++i) {
      text += fmt::format("{} {} {:+.4f} (p {:.4f})", i == 0 ? "" : ",", kMeasureNames[i].text,
                          all[i].mean, all[i].test.p);
    }
    text += '\n';
  }
  return text + measures_line(report.topics) + '\n';
}

std::string to_json(const RetrievalReport& report) {
  Json json;
  json["schema"] = kOutputSchema;
  json["qrels"] = report.qrels;
  json["run"] = text_or_null(report.run);
  json["topics"] = report.topics.size();
  json["means"] = measures_json(mean(report.topics));
  if (report.per_topic) json["per_topic"] = topics_json(report.topics);
  if (report.compared) json["compared"] = compared_json(report);
  return dump(json);
}

}  // namespace dateline
