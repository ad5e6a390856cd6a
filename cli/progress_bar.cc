#include "cli/progress_bar.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "cli/terminal.h"

namespace dateline {
namespace {

constexpr auto kInterval = std::chrono::milliseconds{100};
constexpr std::size_t kBarWidth = 24;

std::string bar(double share) {
  const auto filled = std::min(kBarWidth, static_cast<std::size_t>(share * kBarWidth));
  return fmt::format("[{}{}] {:3.0f} %", std::string(filled, '='),
                     std::string(kBarWidth - filled, ' '), 100 * share);
}

double share_of(std::uintmax_t done, std::uintmax_t all) {
  return all == 0 ? 0 : static_cast<double>(done) / static_cast<double>(all);
}

std::string line_of(const IndexProgress& progress, double seconds) {
  if (progress.to_renew > 0) {
    return fmt::format("{}  {} of {} articles renewed  {:.0f} s",
                       bar(share_of(progress.renewed, progress.to_renew)),
                       with_commas(progress.renewed), with_commas(progress.to_renew), seconds);
  }
  return fmt::format("{}  {}/{} files  {} articles  {:.0f} s{}",
                     bar(share_of(progress.bytes_done, progress.bytes)), progress.files_done,
                     progress.files, with_commas(progress.articles), seconds,
                     progress.skipped > 0 ? fmt::format("  {} skipped", progress.skipped) : "");
}

}  // namespace

ProgressBar::ProgressBar(std::FILE* stream)
    : stream_(stream),
      enabled_(is_terminal(stream)),
      begin_(std::chrono::steady_clock::now()),
      last_(begin_) {}

ProgressBar::~ProgressBar() {
  if (drawn_) std::fputs("\r\x1b[K", stream_);
}

void ProgressBar::update(const IndexProgress& progress) {
  const auto now = std::chrono::steady_clock::now();
  if (!enabled_ || now - last_ < kInterval) return;
  last_ = now;
  drawn_ = true;
  auto line = line_of(progress, std::chrono::duration<double>(now - begin_).count());
  line.resize(std::min(line.size(),
                       style_for(stream_).width - 1));  // a wrapped line could not be drawn over
  line = "\r" + line + "\x1b[K";
  std::fputs(line.c_str(), stream_);
  std::fflush(stream_);
}

}  // namespace dateline
