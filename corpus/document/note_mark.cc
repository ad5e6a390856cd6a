#include "corpus/document/note_mark.h"

#include <algorithm>

#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {

bool is_note_mark(std::string_view raised) noexcept {
  raised = trim(raised);
  if (raised.empty()) return true;
  if (raised.size() > kMaxNoteMarkBytes) return false;
  const bool bracketed = (raised.front() == '[' && raised.back() == ']') ||
                         (raised.front() == '(' && raised.back() == ')');
  if (bracketed) return true;
  return raised.size() == 1 || std::none_of(raised.begin(), raised.end(), is_ascii_letter);
}

}  // namespace dateline
