#include "index/article_terms.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <utility>

#include "index/error.h"
#include "index/xapian_failure.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

// No key is longer; a longer term stands nowhere.
constexpr std::size_t kMaxGlassKeyBytes = 255;

}  // namespace

// Does the work; an error of Xapian's, which is no std::exception, becomes one of ours.
template <typename Work>
auto ArticleTerms::with_xapian(Work work) const {
  try {
    return work();
  } catch (const Xapian::Error& error) {
    throw index_error(path_, error);
  }
}

ArticleTerms::ArticleTerms(fs::path database, std::uint32_t articles)
    : path_(std::move(database)), articles_(articles), table_(path_) {
  // Named, or Xapian would first look for other kinds of databases there.
  database_ = with_xapian(
      [&] { return std::make_unique<Xapian::Database>(path_.string(), Xapian::DB_BACKEND_GLASS); });
}

ArticleTerms::~ArticleTerms() = default;
ArticleTerms::ArticleTerms(ArticleTerms&&) noexcept = default;

std::uint32_t ArticleTerms::article_count() const {
  return with_xapian([&] { return database_->get_doccount(); });
}

std::uint64_t ArticleTerms::total_length() const {
  return with_xapian([&] { return database_->get_total_length(); });
}

std::uint32_t ArticleTerms::frequency(const std::string& term) const {
  const auto key = glass_key(term);
  if (key.size() > kMaxGlassKeyBytes) return 0;
  table_.check_value(key);
  return with_xapian([&] { return database_->get_termfreq(term); });
}

ArticlePostings ArticleTerms::postings(const std::string& term) const {
  ArticlePostings postings;
  const auto key = glass_key(term);
  if (key.empty() || key.size() > kMaxGlassKeyBytes) return postings;  // of no term: all documents
  table_.check_list(key);
  with_xapian([&] {
    const auto size = std::min<std::size_t>(database_->get_termfreq(term), articles_);
    postings.articles.reserve(size);
    postings.frequencies.reserve(size);
    std::uint32_t next = 1;  // the smallest document that may follow
    const auto end = database_->postlist_end(term);
    for (auto it = database_->postlist_begin(term); it != end; ++it) {
      const auto document = *it;
      if (document < next || document > articles_) {
        throw IndexError(IndexFault::missing, path_,
                         fmt::format("{}: the articles of a word are damaged; build the index "
                                     "again",
                                     path_.string()));
      }
      postings.articles.push_back(document - 1);
      postings.frequencies.push_back(it.get_wdf());
      next = document + 1;
    }
  });
  return postings;
}

std::vector<std::string> ArticleTerms::terms(std::string_view prefix, const std::string& first,
                                             std::string_view last) const {
  // Of no prefix, Xapian begins behind what is no term.
  table_.check_terms(prefix.empty() ? "\0\xFF"s : glass_key(prefix), glass_key(first),
                     glass_key(last));
  return with_xapian([&] {
    std::vector<std::string> terms;
    auto term = database_->allterms_begin(std::string{prefix});
    const auto end = database_->allterms_end(std::string{prefix});
    if (!first.empty()) term.skip_to(first);  // to what is no term, of none
    for (; term != end && *term <= last; ++term) terms.push_back(*term);
    return terms;
  });
}

std::vector<std::string> ArticleTerms::all_terms() const {
  table_.check_all();
  return with_xapian([&] {
    return std::vector<std::string>(database_->allterms_begin(), database_->allterms_end());
  });
}

void ArticleTerms::check_all() const {
  for (const auto& term : all_terms()) {
    const auto found = postings(term).articles.size();
    if (found == frequency(term)) continue;
    throw IndexError(IndexFault::missing, path_,
                     fmt::format("{}: a word has {} articles instead of {}", path_.string(), found,
                                 frequency(term)));
  }
}

}  // namespace dateline
