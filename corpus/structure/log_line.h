// What a block of a log is.
#pragma once

#include <optional>
#include <string_view>

#include "corpus/article.h"
#include "language/span.h"

namespace dateline {

/// A heading that is glued to the end of an entry is no longer.
inline constexpr std::size_t kMaxGluedTopicBytes = 160;

/// A block of a log, taken apart. Spans count bytes of the text.
struct LogLine {
  BlockKind kind = BlockKind::log_entry;  ///< log_entry, heading, or paragraph: no words in it
  Span content;                           ///< an entry without its credits
  Span whole;                             ///< with them
  std::optional<Span> topic;              ///< the heading of what follows, glued to its end
};

/// Takes the block `text[block]` apart. It is a topic line, a heading, when it ends in no mark that
/// ends a sentence (quotes and brackets may stand behind it) and has no finite verb: "Japan–Russia
/// relations, NATO–Russia relations". Else it is an entry, and what stands behind its last sentence
/// and its credits is the topic of the next one: "… a law. (AP) 2010–2011 protests:". Linear.
[[nodiscard]] LogLine read_log_line(std::string_view text, Span block) noexcept;

}  // namespace dateline
