#include "cli/progress_bar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "cli/terminal.h"
#include "language/display.h"

namespace dateline {
namespace {

constexpr auto kDrawInterval = std::chrono::milliseconds{100};
constexpr auto kLineInterval = std::chrono::seconds{10};
constexpr double kMinSeconds = 1;  // before that, no rate is known
constexpr std::size_t kBarWidth = 24;

std::string bar(double share) {
  const auto filled = std::min(kBarWidth, static_cast<std::size_t>(share * kBarWidth));
  return fmt::format("[{}{}] {:3.0f} %", std::string(filled, '='),
                     std::string(kBarWidth - filled, ' '), 100 * share);
}

double share_of(std::uintmax_t done, std::uintmax_t all) {
  return all == 0 ? 0 : static_cast<double>(done) / static_cast<double>(all);
}

std::string minutes(double seconds) {
  const auto whole = std::llround(seconds);
  return whole < 60 ? fmt::format("{} s", whole)
                    : fmt::format("{}:{:02} min", whole / 60, whole % 60);
}

// "  3.4 MB/s  1:20 min left"
std::string rate_of(const IndexProgress& progress, double seconds) {
  if (seconds < kMinSeconds || progress.bytes_done == 0) return "  " + minutes(seconds);
  const auto rate = static_cast<double>(progress.bytes_done) / seconds;
  const auto left =
      static_cast<double>(progress.bytes - std::min(progress.bytes, progress.bytes_done));
  // "0 s" is said at the end alone.
  const bool is_done = left <= 0 && progress.files_done == progress.files;
  const auto seconds_left = is_done ? 0 : std::max(1.0, left / rate);
  return fmt::format("  {:.1f} MB/s  {} left", rate / 1e6, minutes(seconds_left));
}

std::string counts_of(const IndexProgress& progress, double seconds) {
  if (progress.to_renew > 0) {
    return fmt::format("{} of {} articles renewed  {}", with_commas(progress.renewed),
                       with_commas(progress.to_renew), minutes(seconds));
  }
  return fmt::format("{}/{} files  {} articles{}{}", with_commas(progress.files_done),
                     with_commas(progress.files), with_commas(progress.articles),
                     rate_of(progress, seconds),
                     progress.skipped > 0 ? fmt::format("  {} skipped", progress.skipped) : "");
}

}  // namespace

std::string progress_text(const IndexProgress& progress, double seconds, bool with_bar) {
  auto counts = counts_of(progress, seconds);
  if (!with_bar) return counts;
  const auto share = progress.to_renew > 0
                         ? share_of(progress.renewed, progress.to_renew)
                         : share_of(std::min(progress.bytes_done, progress.bytes), progress.bytes);
  return bar(share) + "  " + counts;
}

std::string progress_text(const PublishProgress& progress, double seconds, bool with_bar) {
  auto counts = fmt::format("{}/{} articles sent  {}", with_commas(progress.sent),
                            with_commas(progress.to_send), minutes(seconds));
  return with_bar ? bar(share_of(progress.sent, progress.to_send)) + "  " + counts : counts;
}

ProgressBar::ProgressBar(std::FILE* stream)
    : stream_(stream),
      on_terminal_(stream != nullptr && is_terminal(stream)),
      begin_(std::chrono::steady_clock::now()),
      last_(begin_) {}

ProgressBar::~ProgressBar() {
  if (drawn_) std::fputs("\r\x1b[K", stream_);
}

template <typename Progress>
void ProgressBar::draw(const Progress& progress) {
  const auto now = std::chrono::steady_clock::now();
  if (stream_ == nullptr || now - last_ < (on_terminal_ ? kDrawInterval : kLineInterval)) return;
  last_ = now;
  auto line =
      progress_text(progress, std::chrono::duration<double>(now - begin_).count(), on_terminal_);
  if (!on_terminal_) {
    complain(line);
    return;
  }
  drawn_ = true;
  line.resize(std::min(line.size(),
                       style_for(stream_).width - 1));  // a wrapped line could not be drawn over
  line = "\r" + line + "\x1b[K";
  std::fputs(line.c_str(), stream_);
  std::fflush(stream_);
}

template void ProgressBar::draw(const IndexProgress& progress);
template void ProgressBar::draw(const PublishProgress& progress);

}  // namespace dateline
