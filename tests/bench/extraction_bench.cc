// Times what happens to a text before it is written: extraction_bench FILE [REPETITIONS [STAGE]].
// Prints a line a stage, in MB of article text a second:  dates 130.2
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "corpus/article_reader.h"
#include "indexer/annotate/annotator.h"
#include "indexer/annotate/worker_pool.h"
#include "language/words/sentences.h"

namespace dateline::test {
namespace {

using Clock = std::chrono::steady_clock;

class Bench {
 public:
  /// `stage`: the only one to run, or empty.
  Bench(std::string path, int repetitions, std::string stage)
      : path_(std::move(path)), repetitions_(repetitions), stage_(std::move(stage)) {}

  void run() {
    rate("read", [&] { return read([](Article&&) {}); });
    each_block("sentences", [](std::string_view text) { (void)split_sentences(text); });
    each_block("dates", [&](std::string_view text) { (void)extractor_.dates().find(text, {}); });
    each_block("countries",
               [&](std::string_view text) { (void)extractor_.countries().find(text); });
    each_block("organizations",
               [&](std::string_view text) { (void)extractor_.organizations().find(text); });
    Analyzer analyzer("en");
    std::vector<Token> tokens;
    each_block("tokens", [&](std::string_view text) {
      tokens.clear();
      analyzer.begin_text().add(text, 0, tokens);
    });
    for (const unsigned threads : {1U, 2U}) {
      rate(fmt::format("read_and_annotate_{}", threads), [&] { return annotate(threads); });
    }
  }

 private:
  // Runs `work`, which returns the bytes that it went through, and prints the best rate.
  void rate(const std::string& name, const std::function<std::size_t()>& work) {
    if (!stage_.empty() && stage_ != name) return;
    double best = 0;
    for (int i = 0; i < repetitions_; ++i) {
      const auto begin = Clock::now();
      const auto bytes = work();
      const auto seconds = std::chrono::duration<double>(Clock::now() - begin).count();
      best = std::max(best, static_cast<double>(bytes) / 1e6 / seconds);
    }
    fmt::print("{} {:.1f}\n", name, best);
    std::fflush(stdout);
  }

  std::size_t read(const std::function<void(Article&&)>& take) {
    std::size_t bytes = 0;
    read_articles(path_, {}, extractor_.dates(),
                  {[&](Article&& article) {
                     bytes += article.text.size();
                     if (article.id.empty()) article.id = "a";
                     take(std::move(article));
                   },
                   [](std::size_t, const std::string&, bool) {}});
    return bytes;
  }

  // The blocks are read beforehand, and not timed.
  void each_block(const std::string& name, const std::function<void(std::string_view)>& work) {
    if (articles_.empty())
      read([&](Article&& article) { articles_.push_back(std::move(article)); });
    rate(name, [&] {
      std::size_t bytes = 0;
      for (const auto& article : articles_) {
        for (const auto& block : article.blocks) {
          work(block.content.of(article.text));
          bytes += block.content.size();
        }
      }
      return bytes;
    });
  }

  std::size_t annotate(unsigned threads) {
    if (threads == 1) {
      Annotator annotator("en", extractor_);
      return read([&](Article&& article) { (void)annotator.annotate(std::move(article)); });
    }
    WorkerPool<Article, IndexedArticle, Annotator> pool(
        threads, [this] { return Annotator("en", extractor_); },
        [](Annotator& annotator, Article&& article) {
          return annotator.annotate(std::move(article));
        });
    const auto bytes = read([&](Article&& article) {
      pool.submit(std::move(article));
      while (pool.pending() > 64) (void)pool.take();
    });
    while (pool.pending() > 0) (void)pool.take();
    return bytes;
  }

  std::string path_;
  int repetitions_;
  std::string stage_;
  Extractor extractor_;
  std::vector<Article> articles_;
};

}  // namespace
}  // namespace dateline::test

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: extraction_bench FILE [REPETITIONS [STAGE]]\n");
    return 2;
  }
  dateline::test::Bench(argv[1], argc > 2 ? std::max(1, std::atoi(argv[2])) : 3,
                        argc > 3 ? argv[3] : "")
      .run();
  return 0;
}
