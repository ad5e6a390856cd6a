// Answers about one document, about pairs, and about the index.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <span>

#include "indexer/annotate/extractor.h"
#include "indexer/sources/source_recording.h"
#include "presenter/article_view_presenter.h"
#include "presenter/explanation_presenter.h"
#include "presenter/info_presenter.h"
#include "presenter/pairs_presenter.h"
#include "presenter/persons_presenter.h"
#include "searcher/answers/pairs.h"
#include "searcher/answers/persons.h"
#include "searcher/hit/article_view.h"
#include "server/api/answers.h"

namespace dateline {

HttpResponse answer_pairs(ApiCall&& call) {
  constexpr std::uint32_t kUsualPairs = 10;
  CallForm form;
  form.allows_everything = true;
  form.events = true;
  form.by = Bucket::year;
  form.top = kUsualPairs;
  const auto search = read_call(call.parameters, form).request;
  const PairsRequest request{search, search.date_bucket, search.facet_limit};
  const auto table = call.reader->archive().pairs(request);
  return response_of(call.format, present(PairsAnswer{request, table}, call.format, {}));
}

HttpResponse answer_persons(ApiCall&& call) {
  CallForm form;
  form.allows_everything = true;
  form.events = true;
  form.top = PersonsRequest{}.top;
  const auto search = read_call(call.parameters, form).request;
  const PersonsRequest request{search, search.facet_limit, call.parameters.text("with")};
  const auto table = call.reader->archive().persons(request);
  return response_of(call.format, present(PersonsAnswer{request, table}, call.format, {}));
}

HttpResponse answer_article(ApiCall&& call) {
  const std::span path{call.path};
  const bool wants_text = path.size() > 1 && path.back() == "text";
  const auto id = fmt::format("{}", fmt::join(path.first(path.size() - (wants_text ? 1 : 0)), "/"));
  (void)required_kind(call.reader->searcher(), id);
  const auto view = call.reader->archive().view(id);
  if (!wants_text) return response_of(Format::json, present(*view, Format::json, {}));
  return response_of(Format::text,
                     std::string{view->focus ? view->focus->of(view->text) : view->text});
}

HttpResponse answer_explain(ApiCall&& call) {
  CallForm form;
  const auto id = call.parameters.text("id");
  form.kind = required_kind(call.reader->searcher(), id);
  const auto request = read_call(call.parameters, form).request;
  const auto explanation = call.reader->searcher().explain(request, id);
  return response_of(Format::json, present(*explanation, Format::json, {}));
}

HttpResponse answer_info(ApiCall&& call) {
  auto& archive = call.reader->archive();
  InfoAnswer answer{archive.info(current_extractor(archive.manifest()))};
  if (const auto folder = archive.directory()) answer.outdated = files_of_other_readers(*folder);
  return response_of(Format::json, present(answer, Format::json, {}));
}

}  // namespace dateline
