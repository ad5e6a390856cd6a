#include "language/dates/cue_index.h"

#include <algorithm>

namespace dateline::dates {
namespace {

// The kinds that show a tense (see cues.cc); with them, words in -ed.
constexpr KindSet kCues{Kind::modal, Kind::planned, Kind::intends, Kind::upcoming,  Kind::ahead,
                        Kind::next,  Kind::be,      Kind::have,    Kind::past,      Kind::clause,
                        Kind::who,   Kind::colon,   Kind::that,    Kind::semicolon, Kind::timetable,
                        Kind::after, Kind::to};

}  // namespace

void CueIndex::read(std::size_t begin, std::size_t end) {
  std::uint32_t cues = places_.empty() ? 0 : places_.back().cues;
  for (std::size_t i = begin; i < end; ++i) {
    const Token& token = tokens_.at(i);
    const bool cue = kCues.contains(token.kind) || token.has(Token::kEd);
    if (!cue && token.kind != Kind::comma && token.kind != Kind::and_word) continue;
    const auto place = static_cast<std::uint32_t>(places_.size() + 1);
    if (cue) cues = place;
    places_.push_back({static_cast<std::uint32_t>(i), cues});
  }
}

void CueIndex::go_to(TokenRange date) {
  const std::size_t begin = std::max(read_, date.begin > kReach ? date.begin - kReach : 0);
  const std::size_t end = std::min(tokens_.size(), date.end + kReach);
  if (begin < end) {
    read(begin, end);
    read_ = end;
  }
  while (next_ > 0 && places_[next_ - 1].token >= date.begin) --next_;
  while (next_ < places_.size() && places_[next_].token < date.begin) ++next_;
}

std::optional<std::size_t> NearbyKinds::nearest(TokenRange sentence, TokenRange date) {
  const std::size_t from = std::max(sentence.begin, date.begin > kReach ? date.begin - kReach : 0);
  const std::size_t to = std::min(sentence.end, date.end + kReach);
  for (std::size_t i = std::max(read_, from); i < to; ++i) {
    const Token& token = tokens_.at(i);
    const bool named = token.kind != Kind::states || token.has(Token::kCapital);
    if (kinds_.contains(token.kind) && named) places_.push_back(i);
  }
  read_ = std::max(read_, to);
  while (next_ > 0 && places_[next_ - 1] >= date.begin) --next_;
  while (next_ < places_.size() && places_[next_] < date.begin) ++next_;
  std::size_t right = next_;
  while (right < places_.size() && places_[right] < date.end) ++right;
  const bool has_left = next_ > 0 && places_[next_ - 1] >= from;
  const bool has_right = right < places_.size() && places_[right] < to;
  if (!has_left && !has_right) return std::nullopt;
  if (!has_right) return places_[next_ - 1];
  if (!has_left) return places_[right];
  const bool before = date.begin - places_[next_ - 1] <= places_[right] + 1 - date.end;
  return places_[before ? next_ - 1 : right];
}

}  // namespace dateline::dates
