#include "corpus/mail/mail_reader.h"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <utility>

#include "corpus/document/document_builder.h"
#include "corpus/html/html_reader.h"
#include "corpus/input/text_decoder.h"
#include "corpus/mail/gmime_library.h"
#include "corpus/structure/line_shape.h"
#include "corpus/structure/structure.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxPartDepth = 50;
constexpr std::size_t kMaxParts = 10'000;

struct Unref {
  const GmimeLibrary* mime;
  void operator()(void* object) const noexcept { mime->unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

std::string_view as_view(const char* text) noexcept {
  return text == nullptr ? std::string_view{} : std::string_view{text};
}

const GmimeLibrary& mime_or_refuse(const ReadJob& job) {
  const auto* const library = gmime_library();
  if (library == nullptr) job.refuse("needs " DATELINE_LIBGMIME ", which is not installed");
  return *library;
}

/// What a message says, part by part.
class MessageText {
 public:
  MessageText(const GmimeLibrary& mime, const ReadJob& job) : mime_(mime), job_(job) {}

  void read(GMimeObject* object, std::size_t depth) {
    if (object == nullptr || ++parts_ > kMaxParts) return;
    const bool deep = depth > kMaxPartDepth;
    if (!deep && is(object, mime_.multipart_type())) return read_parts(object, depth);
    if (!deep && is(object, mime_.part_type())) return read_part(object);
    ++left_out_;  // too deep, a message within the message, a part of one
  }

  std::string plain;
  DocumentBuilder page;
  std::size_t repaired = 0;
  [[nodiscard]] std::size_t left_out() const noexcept { return left_out_; }

 private:
  [[nodiscard]] bool is(GMimeObject* object, GType type) const {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): GObject's inheritance
    return mime_.is_a(reinterpret_cast<GTypeInstance*>(object), type) != 0;
  }

  void read_parts(GMimeObject* object, std::size_t depth) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): GObject's inheritance
    auto* const multipart = reinterpret_cast<GMimeMultipart*>(object);
    const int count = mime_.part_count(multipart);
    for (int i = 0; i < count; ++i) read(mime_.part(multipart, i), depth + 1);
  }

  void read_part(GMimeObject* object) {
    auto* const type = mime_.content_type(object);
    auto* const disposition = mime_.disposition(object);
    const bool attached = disposition != nullptr && mime_.is_attachment(disposition) != 0;
    const auto major = fold(type == nullptr ? "text" : as_view(mime_.media_type(type)));
    const auto minor = fold(type == nullptr ? "plain" : as_view(mime_.media_subtype(type)));
    const bool html = minor == "html";
    if (attached || major != "text" || (minor != "plain" && !html)) {
      ++left_out_;
      return;
    }
    const std::string charset{
        as_view(type == nullptr ? nullptr : mime_.parameter(type, "charset"))};
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): GObject's inheritance
    auto decoded = decode(reinterpret_cast<GMimePart*>(object), charset);
    if (html) {
      page.append(render_html(std::move(decoded), job_));
    } else if (!trim(decoded).empty()) {
      plain += decoded;
      plain += "\n\n";
    }
  }

  std::string decode(GMimePart* part, const std::string& charset) {
    auto* const content = mime_.content(part);
    if (content == nullptr) return {};
    const Owned<GMimeStream> stream{mime_.memory_new(), {&mime_}};
    mime_.write_content(content, stream.get());
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): GObject's inheritance
    const auto* const bytes = mime_.memory_bytes(reinterpret_cast<GMimeStreamMem*>(stream.get()));
    if (bytes == nullptr || bytes->len == 0) return {};
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): GLib has unsigned characters
    std::string raw{reinterpret_cast<const char*>(bytes->data), bytes->len};
    return decode_text(std::move(raw), job_.path.string(), charset).text;
  }

  const GmimeLibrary& mime_;
  const ReadJob& job_;
  std::size_t parts_ = 0;
  std::size_t left_out_ = 0;
};

void add_senders(const GmimeLibrary& mime, GMimeMessage* message, Metadata& metadata) {
  auto* const senders = mime.from(message);
  if (senders == nullptr) return;
  const int count = mime.address_count(senders);
  for (int i = 0; i < count; ++i) {
    auto* const sender = mime.address(senders, i);
    if (sender != nullptr) add_authors(metadata.authors, as_view(mime.address_name(sender)));
  }
}

Metadata metadata_of(const GmimeLibrary& mime, GMimeMessage* message) {
  Metadata metadata;
  add_title(metadata, as_view(mime.subject(message)));
  add_senders(mime, message, metadata);
  if (auto* const date = mime.date(message)) {
    int year = 0;
    int month = 0;
    int day = 0;
    mime.day(date, &year, &month, &day);
    metadata.published.push_back(fmt::format("{:04}-{:02}-{:02}", year, month, day));
  }
  return metadata;
}

// Plain text has the shape of a text file, blank lines and all.
void emit_plain(std::string&& text, Metadata&& metadata, const ReadJob& job) {
  Document document;
  document.text = std::move(text);
  document.marks = Marks::plain;
  document.metadata = std::move(metadata);
  emit_document(std::move(document), job);
}

// @return false when there is no text in it.
bool emit_message(const GmimeLibrary& mime, GMimeMessage* message, const ReadJob& job) {
  MessageText text{mime, job};
  text.read(mime.body(message), 0);
  auto page = text.page.take();
  auto metadata = metadata_of(mime, message);
  const bool plain = !trim(text.plain).empty();
  if (!plain && trim(page.text).empty()) return false;
  if (text.left_out() > 0) {
    job.repaired(
        fmt::format("{} attachment{} not read", text.left_out(), text.left_out() == 1 ? "" : "s"));
  }
  if (plain) {
    emit_plain(std::move(text.plain), std::move(metadata), job);
  } else {
    page.metadata = std::move(metadata);
    emit_document(std::move(page), job);
  }
  return true;
}

Owned<GMimeParser> parser_of(const GmimeLibrary& mime, std::string_view bytes, const ReadJob& job) {
  const Owned<GMimeStream> stream{mime.stream_new(bytes.data(), bytes.size()), {&mime}};
  if (!stream) job.refuse("no memory for a mail parser");
  return {mime.parser_new(stream.get()), {&mime}};
}

}  // namespace

void read_mail(std::string_view bytes, const ReadJob& job) {
  const auto& mime = mime_or_refuse(job);
  const auto parser = parser_of(mime, bytes, job);
  const Owned<GMimeMessage> message{mime.parser_message(parser.get(), nullptr), {&mime}};
  if (!message) job.refuse("damaged: no message can be read in it");
  if (!emit_message(mime, message.get(), job)) job.refuse("no text in it");
}

void read_mailbox(std::string_view bytes, const ReadJob& job) {
  const auto& mime = mime_or_refuse(job);
  const auto parser = parser_of(mime, bytes, job);
  mime.parser_set_format(parser.get(), GMIME_FORMAT_MBOX);
  std::size_t messages = 0;
  std::size_t articles = 0;
  while (mime.parser_at_end(parser.get()) == 0) {
    const Owned<GMimeMessage> message{mime.parser_message(parser.get(), nullptr), {&mime}};
    if (!message) break;
    ++messages;
    try {
      if (emit_message(mime, message.get(), job)) {
        ++articles;
      } else {
        job.repaired(fmt::format("message {} has no text", messages));
      }
    } catch (const CorpusError& error) {
      job.left_out(fmt::format("message {}: {}", messages, error.what()));
    }
    if (job.sink.is_enough && job.sink.is_enough()) return;
  }
  if (articles == 0) job.refuse("no text in it: no message with text can be read");
}

}  // namespace dateline
