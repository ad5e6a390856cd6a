// Letters in EML and mbox.
#pragma once

#include <string_view>

#include "corpus/reading.h"

namespace dateline {

/// Reads one message (RFC 5322, MIME). Title is its subject, the author who sent it, published the
/// day of its `Date`, as it was where it was written. Text is its plain text, else what its HTML
/// says; attachments are left out and counted.
/// @throws CorpusError when it has no text, or there is no GMime.
void read_mail(std::string_view bytes, const ReadJob& job);

/// Reads a mailbox (mbox: each message behind a line "From …"), each message as an article. The
/// job hears the number of a message without text.
/// @throws CorpusError when no message has text, or there is no GMime.
void read_mailbox(std::string_view bytes, const ReadJob& job);

}  // namespace dateline
