#include "language/persons/name_run.h"

#include <algorithm>
#include <array>

namespace dateline::persons {
namespace {

using Index = PersonText::Index;

constexpr Index kLongestRun = 10;  // words

// Particles with which a name may begin in small letters: "von Weizsäcker", "al-Sharaa".
bool begins_name(const PersonText& text, Index i) {
  return text.is(i, WordKind::particle) && !text.capital(i) && text.word(i).size() >= 2 &&
         text.word(i) != "of" && text.at(i).place < 0;
}

// The same at a name's beginning, where short words of English must not be taken for particles.
bool opens_name(const PersonText& text, Index i, Gap behind) {
  if (!begins_name(text, i)) return false;
  if (behind == Gap::kHyphen) return true;
  constexpr std::array kEnglish{std::string_view{"as"},  std::string_view{"es"},
                                std::string_view{"dan"}, std::string_view{"din"},
                                std::string_view{"la"},  std::string_view{"le"},
                                std::string_view{"ed"},  std::string_view{"den"}};
  return std::find(kEnglish.begin(), kEnglish.end(), text.word(i)) == kEnglish.end();
}

bool is_hyphen(std::string_view between) noexcept { return between == "-" || between == "‐"; }

bool is_abbreviated_saint(const PersonText& text, Index i) {
  const auto word = text.word(i);
  return (word == "St" || word == "St.") && text.capital(i);
}

class RunReader {
 public:
  RunReader(const PersonText& text, const NameReader& reader) : text_{text}, reader_{reader} {}

  // The run that begins at a word that may be of a name.
  NameRun read(Index first) {
    NameRun run;
    run.first = first;
    run.last = first;
    while (run.last - run.first < kLongestRun && !text_.at(run.last).word.possessive) {
      const Index next = extended(run);
      if (next == run.last) break;
      run.last = next;
    }
    return run;
  }

  void name(NameRun& run) const {
    for (Index i = run.first; i <= run.last; ++i) {
      run.name.add(reader_.word(text_.word(i), text_.capital(i)));
    }
  }

 private:
  // The last word of the run with one more word of the name, or the same when there is none.
  [[nodiscard]] Index extended(const NameRun& run) const {
    const Index next = run.last + 1;
    if (next >= text_.size()) return run.last;
    const Gap gap = text_.gap(next);
    if (gap == Gap::kHyphen) return joined_by_hyphen(next) ? next : run.last;
    const bool after_saint = gap == Gap::kDot && is_abbreviated_saint(text_, run.last);
    if (gap != Gap::kSpace && !after_saint) return run.last;
    if (text_.at(next).name) return next;
    if (is_abbreviated_saint(text_, next) && text_.at(next + 1).name) return next;
    if (text_.is(next, WordKind::suffix) && text_.capital(next)) return next;
    if (begins_name(text_, next)) return after_particles(next, run.last);
    // "Aung San Suu Kyi", "Ahmad Shah Massoud"
    const bool inside = text_.is(next, WordKind::before_thing) ||
                        (text_.is(next, WordKind::particle) && text_.is(next, kHeads));
    if (inside && text_.capital(next) && text_.gap(next + 1) == Gap::kSpace &&
        text_.at(next + 1).name) {
      return next;
    }
    if (is_surname_here(next, run)) return next;
    return run.last;
  }

  [[nodiscard]] bool joined_by_hyphen(Index next) const {
    if (!is_hyphen(text_.between(next)) || text_.at(next).place >= 0) return false;
    const bool small = !text_.capital(next);
    if (small) {
      return text_.word(next).size() <= 6 && !text_.is(next, WordKind::former) &&
             text_.word(next) != "led" && text_.word(next) != "era" &&
             text_.word(next) != "style" && text_.word(next) != "like" &&
             text_.word(next) != "backed" && text_.word(next) != "elect";
    }
    return !text_.is(next, kHeads) || !text_.is(next, WordKind::stop);
  }

  // "de la", "bin", "van den" and the name behind them.
  [[nodiscard]] Index after_particles(Index next, Index otherwise) const {
    for (Index i = next; i < next + 3; ++i) {
      const Gap gap = text_.gap(i + 1);
      if (gap != Gap::kSpace && gap != Gap::kHyphen) return otherwise;
      if (text_.at(i + 1).name) return i + 1;
      if (!begins_name(text_, i + 1)) return otherwise;
    }
    return otherwise;
  }

  // "Mackenzie King", "Julie Bishop": a title's word behind a given name, and no name behind it.
  [[nodiscard]] bool is_surname_here(Index next, const NameRun& run) const {
    if (!text_.capital(next) || !text_.is(next, WordKind::surname) || text_.at(next).place >= 0) {
      return false;
    }
    const bool goes_on = text_.gap(next + 1) == Gap::kSpace &&
                         (text_.at(next + 1).name || text_.is(next + 1, WordKind::thing));
    const bool of = text_.word(next + 1) == "of";
    return !goes_on && !of && run.last - run.first < 4;
  }

  const PersonText& text_;
  const NameReader& reader_;
};

// "Bush-Putin talks": where both words stand alone, they are two names.
bool names_a_meeting(const PersonText& text, const NameRun& run) {
  if (run.last != run.first + 1 || text.gap(run.last) != Gap::kHyphen) return false;
  return text.capital(run.last) && text.is(run.last + 1, WordKind::meeting);
}

}  // namespace

std::vector<NameRun> name_runs(const PersonText& text, const NameReader& reader) {
  std::vector<NameRun> runs;
  RunReader read{text, reader};
  for (Index i = 0; i < text.size(); ++i) {
    if (!text.at(i).name) continue;
    NameRun run = read.read(i);
    i = run.last;
    if (names_a_meeting(text, run)) {
      NameRun second;
      second.first = second.last = run.last;
      run.last = run.first;
      run.joined = second.joined = true;
      read.name(run);
      read.name(second);
      runs.push_back(run);
      runs.push_back(second);
      continue;
    }
    const bool dash_before = text.gap(run.first) == Gap::kHyphen && text.at(run.first - 1).name;
    const bool dash_behind = text.gap(run.last + 1) == Gap::kHyphen && text.at(run.last + 1).name;
    run.joined = dash_before || dash_behind;
    // Particles in small letters before it are of the name.
    const Index previous = runs.empty() ? -1 : runs.back().last;
    for (int k = 0; k < 3 && run.first - 1 > previous; ++k) {
      const Gap gap = text.gap(run.first);
      if ((gap != Gap::kSpace && gap != Gap::kHyphen) || !opens_name(text, run.first - 1, gap)) {
        break;
      }
      --run.first;
    }
    read.name(run);
    runs.push_back(run);
  }
  return runs;
}

}  // namespace dateline::persons
