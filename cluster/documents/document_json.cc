#include "cluster/documents/document_json.h"

#include <fmt/format.h>

#include <array>

#include "cluster/documents/json_object.h"
#include "cluster/documents/json_values.h"
#include "cluster/documents/mapping.h"
#include "index/hex_hash.h"
#include "language/utf8.h"
#include "searcher/query/query.h"

namespace dateline {
namespace {

// Lucene refuses a document with a longer term.
constexpr std::size_t kMaxKeywordBytes = 32'766;

std::string_view cut(std::string_view text) noexcept {
  return text.size() <= kMaxKeywordBytes ? text
                                         : text.substr(0, floor_code_point(text, kMaxKeywordBytes));
}

template <typename List>
void add_keywords(JsonObject& object, std::string_view name, const List& list) {
  object.add_list(name, list, [](std::string_view text, std::string& to) {
    append_json_string(cut(text), to);
  });
}

void append_range(DayRange days, std::string& to) {
  to += fmt::format(R"({{"gte":{},"lte":{}}})", day_number(days.first), day_number(days.last));
}

void add_range(JsonObject& object, std::string_view name, DayRange days) {
  std::string json;
  append_range(days, json);
  object.add_raw(name, json);
}

void add_bucket_fields(JsonObject& object, const DocumentBuckets& buckets,
                       const std::array<std::string_view, 5>& names,
                       const std::array<std::string_view, 5>& coarse) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    object.add_texts(names[i], buckets.names[i]);
    object.add_flag(coarse[i], buckets.is_coarser[i]);
  }
}

void add_inherited(JsonObject& object, const InheritedFields& fields) {
  if (fields.published.known()) {
    add_range(object, field::kPublished, fields.published);
    object.add_number(field::kPublishedFirst, day_number(fields.published.first));
    object.add_number(field::kPublishedLast, day_number(fields.published.last));
  }
  add_bucket_fields(object, fields.published_buckets, field::kPublishedBuckets,
                    field::kPublishedCoarse);
  add_countries(object, field::kAbout, fields.about);
  object.add(field::kSubjectPair, fields.subject_pair);
  add_keywords(object, field::kAuthors, fields.meta.authors);
  object.add(field::kLanguage, cut(fields.meta.language));
  object.add(field::kTitleToken, fields.title_tokens);
  object.add_texts(field::kAuthorToken, fields.author_tokens);
  object.add(field::kTitle, fields.meta.title);
}

void add_own(JsonObject& object, const OwnFields& own) {
  add_bucket_fields(object, own.buckets, field::kBuckets, field::kCoarse);
  add_countries(object, field::kCountries, own.countries);
  add_countries(object, field::kNamed, own.named);
  object.add_texts(field::kRegions, own.regions);
  object.add_texts(field::kPairs, own.pairs);
  object.add_texts(field::kAllPairs, own.all_pairs);
  add_keywords(object, field::kOrganizations, own.organizations);
  add_keywords(object, field::kPersons, own.persons);
  add_keywords(object, field::kSources, own.sources);
  add_keywords(object, field::kSourceKeys, own.source_keys);
  object.add_number(field::kLength, own.length);
  object.add_texts(field::kHeadingToken, own.heading_tokens);
  object.add_texts(field::kWords, own.words);
}

void append_block(const BlockRow& block, std::string& to) {
  to += fmt::format("[{},{},{},{},{}]", block.kind, block.span.begin, block.span.end,
                    block.content.begin, block.content.end);
}

void append_mention(const DocumentMention& mention, std::string& to) {
  JsonObject object(to);
  object.add("kind", mention_kind_name(mention.kind));
  add_span(object, "span", mention.span);
  if (mention.kind == MentionKind::date) {
    add_range(object, "days", mention.days);
    object.add_number("precision", static_cast<int>(mention.precision));
    object.add_flag("approximate", mention.approximate);
  }
  if (mention.country != CountryCode{}) object.add("country", mention.country.view());
  object.add("name", mention.name);
  if (!mention.proof.empty()) add_span(object, "proof", mention.proof);
  object.add("rule", mention.rule);
  object.end();
}

void add_stamp(JsonObject& object, const DocumentStamp& stamp) {
  object.add_number(field::kPlace, static_cast<std::int64_t>(stamp.place));
  object.add_number(field::kAdded, static_cast<std::int64_t>(stamp.generation));
}

}  // namespace

void append_json(const ArticleDocument& document, const DocumentStamp& stamp, std::string& to) {
  JsonObject object(to);
  object.add(field::kArticleId, cut(document.inherited.meta.id));
  add_stamp(object, stamp);
  object.add_list(field::kOrigin, document.origins, [](EventOrigin origin, std::string& text) {
    append_json_string(event_origin_name(origin), text);
  });
  DayRange spoken_of;
  for (std::size_t i = 0; i < document.days.size(); ++i) {
    for (const auto days : document.days[i]) spoken_of.widen(days);
    object.add_list(field::kDaysOf[i], document.days[i], append_range);
  }
  object.add_flag(field::kDated, spoken_of.known());
  if (spoken_of.known()) {
    object.add_number(field::kFirst, day_number(spoken_of.first));
    object.add_number(field::kLast, day_number(spoken_of.last));
  }
  add_inherited(object, document.inherited);
  add_own(object, document.own);
  object.add(field::kHash, document.inherited.meta.hash);
  object.add(field::kFingerprint, document.fingerprint);
  object.add(field::kExtractor, cut(document.extractor));
  object.add_texts(field::kBodyToken, document.body_tokens);
  object.add_texts(field::kTitleBlockToken, document.title_block_tokens);
  object.add(field::kRankToken, document.rank_tokens);
  object.add(field::kText, document.text);
  object.add_list(field::kSpans, document.blocks, append_block);
  object.add_list(field::kMentions, document.mentions, append_mention);
  object.add_list(field::kPages, document.page_starts,
                  [](std::uint32_t start, std::string& text) { text += std::to_string(start); });
  object.add_raw(field::kMeta, to_json(document.inherited.meta));
  object.end();
}

void append_json(const EventDocument& document, const DocumentStamp& stamp, std::string& to) {
  JsonObject object(to);
  object.add(field::kEventId, cut(document.id));
  object.add(field::kArticleId, cut(document.inherited->meta.id));
  object.add_number(field::kOrdinal, document.ordinal);
  object.add_number(field::kAt,
                    document.date_span.empty() ? document.span.begin : document.date_span.begin);
  add_stamp(object, stamp);
  object.add(field::kOrigin, event_origin_name(document.origin));
  object.add_number(field::kPrecision, static_cast<int>(document.precision));
  object.add_flag(field::kApproximate, document.approximate);
  if (document.days.known()) {
    add_range(object, field::kDays, document.days);
    object.add_number(field::kFirst, day_number(document.days.first));
    object.add_number(field::kLast, day_number(document.days.last));
  }
  add_inherited(object, *document.inherited);
  add_own(object, document.own);
  add_countries(object, field::kActing, document.acting);
  add_keywords(object, field::kOffices, document.offices);
  object.add(field::kToken, document.tokens);
  object.add(field::kSection, document.section);
  object.add(field::kDateText, document.date_text);
  if (!document.date_span.empty()) add_span(object, field::kDateSpan, document.date_span);
  object.add(field::kText, document.text);
  add_span(object, field::kSpans, document.span);
  object.add_number(field::kBlock, document.block);
  object.end();
}

std::string document_key(std::string_view id, std::uint64_t generation) {
  constexpr std::size_t kWhole = 440;
  constexpr std::size_t kKept = 400;
  if (id.size() <= kWhole) return fmt::format("{}@{}", id, generation);
  return fmt::format("{}~{}@{}", id.substr(0, floor_code_point(id, kKept)), hex_hash(id),
                     generation);
}

void append_bulk_action(std::string_view id, const DocumentStamp& stamp, std::string& to) {
  to += R"({"index":{"_id":)";
  append_json_string(document_key(id, stamp.generation), to);
  to += fmt::format(R"(,"version":{},"version_type":"external"}}}})", stamp.generation);
  to += '\n';
}

}  // namespace dateline
