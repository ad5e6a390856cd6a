#include "corpus/html/html_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/html/html_renderer.h"
#include "corpus/input/declared_charset.h"
#include "corpus/input/markup_work.h"
#include "corpus/input/tag_scanner.h"
#include "corpus/input/text_decoder.h"
#include "corpus/input/xml_library.h"
#include "corpus/input/xml_text.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} << 10;

struct ParserFree {
  const XmlLibrary* library;
  void operator()(htmlParserCtxtPtr parser) const noexcept { library->free_html_parser(parser); }
};

/// The parser's callbacks: C functions, through which no exception may pass.
struct Events {
  HtmlRenderer renderer;
  std::size_t max_depth = 0;
  std::size_t depth = 0;
  MarkupWork work;
  bool too_deep = false;
  std::exception_ptr error;

  template <typename Function>
  static void guard(void* user, Function&& function) noexcept {
    auto& events = *static_cast<Events*>(user);
    if (events.error || events.too_deep) return;
    try {
      function(events);
    } catch (...) {
      events.error = std::current_exception();
    }
  }

  static void start(void* user, const xmlChar* name, const xmlChar** attributes) {
    guard(user, [&](Events& events) {
      if (++events.depth > events.max_depth) {
        events.too_deep = true;
        return;
      }
      events.work.note_open(events.depth);
      HtmlAttributes views;
      for (auto at = attributes; at != nullptr && *at != nullptr; at += 2) {
        views.emplace_back(as_text(at[0]), as_text(at[1]));
      }
      events.renderer.start(as_text(name), views);
    });
  }
  static void end(void* user, const xmlChar* /*name*/) {
    guard(user, [&](Events& events) {
      if (events.depth == 0) return;
      --events.depth;
      events.renderer.end();
    });
  }
  static void text(void* user, const xmlChar* run, int size) {
    guard(user, [&](Events& events) { events.renderer.text(as_text(run, size)); });
  }
  static void raw(void* user, const xmlChar* run, int size) {
    guard(user, [&](Events& events) { events.renderer.raw(as_text(run, size)); });
  }
};

htmlSAXHandler handler() {
  htmlSAXHandler sax{};
  sax.startElement = Events::start;
  sax.endElement = Events::end;
  sax.characters = Events::text;
  sax.ignorableWhitespace = Events::text;
  sax.cdataBlock = Events::raw;
  return sax;
}

void parse(std::string_view text, Events& events, const ReadJob& job) {
  const auto* const library = xml_library();
  if (library == nullptr)
    job.refuse(fmt::format("needs {}, which is not installed", DATELINE_LIBXML2));
  auto sax = handler();
  const std::unique_ptr<htmlParserCtxt, ParserFree> parser{
      library->create_html_parser(&sax, &events, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8),
      ParserFree{library}};
  if (!parser) job.refuse("no memory for an HTML parser");
  library->use_html_options(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NONET |
                                              HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                              HTML_PARSE_IGNORE_ENC);
  while (!text.empty() && !events.too_deep && !events.error) {
    // A code point cut in two would be taken for another encoding.
    auto size = floor_code_point(text, kChunkBytes);
    if (size == 0) size = std::min(text.size(), kChunkBytes);
    const auto chunk = text.substr(0, size);
    library->parse_html_chunk(parser.get(), chunk.data(), static_cast<int>(chunk.size()), 0);
    text.remove_prefix(size);
    if (!events.work.count(chunk, events.depth))
      job.refuse("too many tags within too many elements");
  }
  if (!events.too_deep && !events.error) library->parse_html_chunk(parser.get(), nullptr, 0, 1);
  if (events.error) std::rethrow_exception(events.error);
}

}  // namespace

Document render_html(std::string text, const ReadJob& job) {
  const auto& limits = job.options.limits;
  // The parser takes a NUL for the end.
  std::replace(text.begin(), text.end(), '\0', ' ');
  if (const auto count = blank_crowded_tags(text)) {
    job.left_out(
        fmt::format("{} tags with more than {} attributes left out", count, kMaxAttributes));
  }
  Events events;
  events.max_depth = limits.max_depth;
  std::string_view rest{text};
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  parse(rest, events, job);
  auto document = events.renderer.take();
  if (events.too_deep) {
    job.left_out(
        fmt::format("elements nest deeper than {}: what follows is left out", limits.max_depth));
  }
  return document;
}

void read_html(std::string bytes, const ReadJob& job) {
  const auto& limits = job.options.limits;
  if (bytes.empty()) job.refuse("empty file");
  if (bytes.size() > limits.max_markup_bytes) {
    job.refuse(fmt::format("too large for HTML: {} bytes, the limit is {}", bytes.size(),
                           limits.max_markup_bytes));
  }
  const std::string charset{declared_charset(bytes)};
  auto decoded = decode_text(std::move(bytes), job.path.string(), charset);
  const auto note = repair_note(decoded);
  auto document = render_html(std::move(decoded.text), job);
  if (!note.empty()) job.repaired(note);
  emit_document(std::move(document), job);
}

}  // namespace dateline
