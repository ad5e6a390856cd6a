#include "cluster/documents/mapping.h"

#include <nlohmann/json.hpp>

namespace dateline {
namespace {

constexpr bool kYes = true;
constexpr bool kNo = false;

// The order of documents: what is searched before what is kept.
constexpr std::array kFields{
    DocumentField{field::kEventId, FieldType::keyword, kNo, kYes},
    DocumentField{field::kArticleId, FieldType::keyword, kYes, kYes},
    DocumentField{field::kOrdinal, FieldType::integer, kNo, kYes},
    DocumentField{field::kAt, FieldType::integer, kNo, kYes},
    DocumentField{field::kPlace, FieldType::large, kYes, kYes},
    DocumentField{field::kAdded, FieldType::large, kYes, kYes},
    DocumentField{field::kRemoved, FieldType::large, kYes, kYes},
    DocumentField{field::kOrigin, FieldType::keyword, kYes, kYes},
    DocumentField{field::kPrecision, FieldType::integer, kNo, kYes},
    DocumentField{field::kApproximate, FieldType::flag, kNo, kYes},
    DocumentField{field::kDays, FieldType::range, kNo, kYes},
    DocumentField{field::kFirst, FieldType::integer, kYes, kYes},
    DocumentField{field::kLast, FieldType::integer, kYes, kYes},
    DocumentField{field::kDated, FieldType::flag, kYes, kNo},
    DocumentField{field::kDaysOf[0], FieldType::range, kYes, kNo},
    DocumentField{field::kDaysOf[1], FieldType::range, kYes, kNo},
    DocumentField{field::kDaysOf[2], FieldType::range, kYes, kNo},
    DocumentField{field::kDaysOf[3], FieldType::range, kYes, kNo},
    DocumentField{field::kDaysOf[4], FieldType::range, kYes, kNo},
    DocumentField{field::kDaysOf[5], FieldType::range, kYes, kNo},
    DocumentField{field::kDaysOf[6], FieldType::range, kYes, kNo},
    DocumentField{field::kDaysOf[7], FieldType::range, kYes, kNo},
    DocumentField{field::kDaysOf[8], FieldType::range, kYes, kNo},
    DocumentField{field::kBuckets[0], FieldType::keyword, kYes, kYes},
    DocumentField{field::kBuckets[1], FieldType::keyword, kYes, kYes},
    DocumentField{field::kBuckets[2], FieldType::keyword, kYes, kYes},
    DocumentField{field::kBuckets[3], FieldType::keyword, kYes, kYes},
    DocumentField{field::kBuckets[4], FieldType::keyword, kYes, kYes},
    DocumentField{field::kCoarse[0], FieldType::flag, kYes, kYes},
    DocumentField{field::kCoarse[1], FieldType::flag, kYes, kYes},
    DocumentField{field::kCoarse[2], FieldType::flag, kYes, kYes},
    DocumentField{field::kCoarse[3], FieldType::flag, kYes, kYes},
    DocumentField{field::kCoarse[4], FieldType::flag, kYes, kYes},
    DocumentField{field::kPublished, FieldType::range, kYes, kYes},
    DocumentField{field::kPublishedFirst, FieldType::integer, kYes, kYes},
    DocumentField{field::kPublishedLast, FieldType::integer, kYes, kYes},
    DocumentField{field::kPublishedBuckets[0], FieldType::keyword, kYes, kYes},
    DocumentField{field::kPublishedBuckets[1], FieldType::keyword, kYes, kYes},
    DocumentField{field::kPublishedBuckets[2], FieldType::keyword, kYes, kYes},
    DocumentField{field::kPublishedBuckets[3], FieldType::keyword, kYes, kYes},
    DocumentField{field::kPublishedBuckets[4], FieldType::keyword, kYes, kYes},
    DocumentField{field::kPublishedCoarse[0], FieldType::flag, kYes, kYes},
    DocumentField{field::kPublishedCoarse[1], FieldType::flag, kYes, kYes},
    DocumentField{field::kPublishedCoarse[2], FieldType::flag, kYes, kYes},
    DocumentField{field::kPublishedCoarse[3], FieldType::flag, kYes, kYes},
    DocumentField{field::kPublishedCoarse[4], FieldType::flag, kYes, kYes},
    DocumentField{field::kCountries, FieldType::keyword, kYes, kYes},
    DocumentField{field::kNamed, FieldType::keyword, kYes, kYes},
    DocumentField{field::kActing, FieldType::keyword, kNo, kYes},
    DocumentField{field::kRegions, FieldType::keyword, kYes, kYes},
    DocumentField{field::kPairs, FieldType::keyword, kYes, kYes},
    DocumentField{field::kAllPairs, FieldType::keyword, kYes, kYes},
    DocumentField{field::kAbout, FieldType::keyword, kYes, kYes},
    DocumentField{field::kSubjectPair, FieldType::keyword, kYes, kYes},
    DocumentField{field::kOrganizations, FieldType::keyword, kYes, kYes},
    DocumentField{field::kPersons, FieldType::keyword, kYes, kYes},
    DocumentField{field::kOffices, FieldType::keyword, kNo, kYes},
    DocumentField{field::kSources, FieldType::keyword, kYes, kYes},
    DocumentField{field::kSourceKeys, FieldType::keyword, kYes, kYes},
    DocumentField{field::kAuthors, FieldType::keyword, kYes, kYes},
    DocumentField{field::kLanguage, FieldType::keyword, kYes, kYes},
    DocumentField{field::kHash, FieldType::keyword, kYes, kNo},
    DocumentField{field::kFingerprint, FieldType::keyword, kYes, kNo},
    DocumentField{field::kExtractor, FieldType::keyword, kYes, kNo},
    DocumentField{field::kLength, FieldType::integer, kYes, kYes},
    DocumentField{field::kToken, FieldType::text, kNo, kYes},
    DocumentField{field::kTitleToken, FieldType::text, kYes, kYes},
    DocumentField{field::kHeadingToken, FieldType::text, kYes, kYes},
    DocumentField{field::kBodyToken, FieldType::text, kYes, kNo},
    DocumentField{field::kTitleBlockToken, FieldType::text, kYes, kNo},
    DocumentField{field::kRankToken, FieldType::text, kYes, kNo},
    DocumentField{field::kAuthorToken, FieldType::text, kYes, kYes},
    DocumentField{field::kWords, FieldType::keyword, kYes, kYes},
    DocumentField{field::kTitle, FieldType::kept, kYes, kYes},
    DocumentField{field::kSection, FieldType::kept, kNo, kYes},
    DocumentField{field::kDateText, FieldType::kept, kNo, kYes},
    DocumentField{field::kDateSpan, FieldType::kept, kNo, kYes},
    DocumentField{field::kText, FieldType::kept, kYes, kYes},
    DocumentField{field::kSpans, FieldType::kept, kYes, kYes},
    DocumentField{field::kBlock, FieldType::kept, kNo, kYes},
    DocumentField{field::kMentions, FieldType::kept, kYes, kNo},
    DocumentField{field::kPages, FieldType::kept, kYes, kNo},
    DocumentField{field::kMeta, FieldType::kept, kYes, kNo},
};

// A phrase never crosses from one value into the next: no query has so many words between.
constexpr int kGapBetweenValues = 100;

nlohmann::ordered_json mapping_of(FieldType type) {
  switch (type) {
    case FieldType::text:
      return {{"type", "text"},
              {"analyzer", "whitespace"},
              {"position_increment_gap", kGapBetweenValues}};
    case FieldType::flag:
      return {{"type", "boolean"}};
    case FieldType::integer:
      return {{"type", "integer"}};
    case FieldType::large:
      return {{"type", "long"}};
    case FieldType::range:
      return {{"type", "integer_range"}};
    case FieldType::kept:
      return {{"type", "object"}, {"enabled", false}};
    case FieldType::keyword:
      break;
  }
  return {{"type", "keyword"}};
}

}  // namespace

std::span<const DocumentField> document_fields() noexcept { return kFields; }

std::string_view index_suffix(DocumentKind kind) noexcept {
  return kind == DocumentKind::article ? "articles" : "events";
}

std::string alias_filter_json(std::uint64_t generation) {
  const auto upto = [generation](std::string_view name) {
    return nlohmann::ordered_json{{"range", {{name, {{"lte", generation}}}}}};
  };
  const nlohmann::ordered_json filter{
      {"bool", {{"filter", {upto(field::kAdded)}}, {"must_not", {upto(field::kRemoved)}}}}};
  return filter.dump();
}

std::string mapping_json(DocumentKind kind, const MappingChoices& choices) {
  nlohmann::ordered_json properties;
  for (const auto& one : kFields) {
    if (kind == DocumentKind::article ? one.in_articles : one.in_events)
      properties[std::string{one.name}] = mapping_of(one.type);
  }
  const nlohmann::ordered_json body{
      {"settings",
       {{"number_of_shards", choices.shards}, {"number_of_replicas", choices.replicas}}},
      {"mappings",
       {{"dynamic", "strict"},
        {"_meta",
         {{"schema", kDocumentSchema},
          {"kind", index_suffix(kind)},
          {"language", choices.language},
          {"analyzer", choices.analyzer}}},
        {"properties", properties}}}};
  return body.dump();
}

}  // namespace dateline
