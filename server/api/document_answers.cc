// Answers about one document, about pairs, and about the index.
#include <utility>

#include "index/index_info.h"
#include "index/recorded_articles.h"
#include "index/snapshot.h"
#include "index/source_records.h"
#include "index/writer_lock.h"
#include "presenter/article_view_presenter.h"
#include "presenter/explanation_presenter.h"
#include "presenter/info_presenter.h"
#include "presenter/pairs_presenter.h"
#include "searcher/answers/pairs.h"
#include "searcher/hit/article_view.h"
#include "server/api/answers.h"

namespace dateline {
namespace {

HttpResponse response_of(Format format, std::string body) {
  HttpResponse response;
  response.set("Content-Type", media_type(format));
  response.body = std::move(body);
  return response;
}

std::string joined(const std::vector<std::string>& segments, std::size_t count) {
  std::string path;
  for (std::size_t i = 0; i < count; ++i) path += (i > 0 ? "/" : "") + segments[i];
  return path;
}

}  // namespace

HttpResponse answer_pairs(ApiCall&& call) {
  constexpr std::uint32_t kUsualPairs = 10;
  CallForm form;
  form.events = true;
  form.by = Bucket::year;
  form.top = kUsualPairs;
  const auto search = read_call(call.parameters, form).request;
  const PairsRequest request{search, search.date_bucket, search.facet_limit};
  const auto table = make_pairs(call.reader->searcher(), request);
  return response_of(call.format, present(PairsAnswer{request, table}, call.format, {}));
}

HttpResponse answer_article(ApiCall&& call) {
  const auto& path = call.path;
  const bool wants_text = path.size() > 1 && path.back() == "text";
  const auto id = joined(path, path.size() - (wants_text ? 1 : 0));
  (void)required_kind(call.reader->searcher(), id);
  const auto view = view_of(call.reader->searcher().snapshot(), id);
  if (!wants_text) return response_of(Format::json, present(*view, Format::json, {}));
  auto response = response_of(Format::text,
                              std::string{view->focus ? view->focus->of(view->text) : view->text});
  response.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
  return response;
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
  const auto& snapshot = call.reader->searcher().snapshot();
  const auto info = index_info(snapshot);
  const InfoAnswer answer{snapshot.directory(),
                          snapshot.manifest(),
                          info,
                          recorded_duplicates(snapshot.directory()),
                          lock_holder(snapshot.directory()),
                          std::nullopt};
  return response_of(Format::json, present(answer, Format::json, {}));
}

}  // namespace dateline
