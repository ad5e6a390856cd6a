#include "server/http/request_target.h"

#include <fmt/format.h>

#include <algorithm>

#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

enum class Part : bool { path, query };

int hex_digit(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

void check_characters(std::string_view decoded, Part part) {
  if (find_invalid_utf8(decoded))
    throw HttpError(400, "the URL is no UTF-8 once its percent codes are read");
  const auto is_refused = [part](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0 || (part == Part::path && (byte < 0x20 || byte == 0x7F));
  };
  if (std::any_of(decoded.begin(), decoded.end(), is_refused))
    throw HttpError(400, "the URL holds a control character");
}

std::string decoded(std::string_view text, Part part) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '+' && part == Part::query) {
      out += ' ';
    } else if (c == '%') {
      const int high = i + 1 < text.size() ? hex_digit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
      if (high < 0 || low < 0)
        throw HttpError(400, "the URL has a % without two hex digits behind it: write %25 for %");
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += c;
    }
  }
  check_characters(out, part);
  return out;
}

// Calls `visit` with each part of `text` between separators.
template <typename Visit>
void split(std::string_view text, char separator, Visit visit) {
  for (;;) {
    const auto end = text.find(separator);
    visit(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string> read_path(std::string_view path) {
  std::vector<std::string> segments;
  split(path.substr(1), '/', [&](std::string_view raw) {
    auto segment = decoded(raw, Part::path);
    if (segment == "." || segment == "..")
      throw HttpError(400, "the URL's path goes up or nowhere: leave out '.' and '..'");
    segments.push_back(std::move(segment));
  });
  if (segments.back().empty()) segments.pop_back();
  return segments;
}

Parameters read_query(std::string_view query) {
  Parameters parameters;
  split(query, '&', [&](std::string_view raw) {
    if (raw.empty() || raw == "=") return;
    if (parameters.size() == kMaxParameters)
      throw HttpError(400, fmt::format("more than {} parameters", kMaxParameters));
    const auto equals = raw.find('=');
    const auto value =
        equals == std::string_view::npos ? std::string_view{} : raw.substr(equals + 1);
    parameters.push_back(
        {decoded(raw.substr(0, equals), Part::query), decoded(value, Part::query)});
  });
  return parameters;
}

// A whole URL without its scheme and host.
std::string_view origin_form(std::string_view target) {
  const auto scheme = target.find("://");
  if (target.starts_with('/') || scheme == std::string_view::npos) return target;
  const auto path = target.find_first_of("/?", scheme + 3);
  return path == std::string_view::npos ? std::string_view{"/"} : target.substr(path);
}

}  // namespace

std::string RequestTarget::path(std::size_t first) const {
  std::string path;
  for (auto i = first; i < segments.size(); ++i) path += (i > first ? "/" : "") + segments[i];
  return path;
}

RequestTarget parse_target(std::string_view target) {
  if (target.size() > kMaxTargetBytes)
    throw HttpError(414, fmt::format("the URL is longer than {} bytes", kMaxTargetBytes));
  const auto whole = origin_form(target);
  const auto question = whole.find('?');
  const auto path = whole.substr(0, question);
  RequestTarget read;
  if (!path.empty() && !path.starts_with('/'))
    throw HttpError(400, "the request's target is no path: it begins with '/'");
  if (!path.empty()) read.segments = read_path(path);
  if (question != std::string_view::npos) {
    auto query = whole.substr(question + 1);
    read.parameters = read_query(query.substr(0, query.find('#')));
  }
  return read;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kPlain = "-._~,:/@*!$'()";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_ascii_letter(c) || is_ascii_digit(c) || kPlain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
    }
  }
  return out;
}

std::string to_query_string(const Parameters& parameters) {
  std::string query;
  for (const auto& [name, value] : parameters) {
    if (!query.empty()) query += '&';
    query += percent_encoded(name);
    if (value.empty()) continue;
    query += '=';
    std::size_t word = 0;  // + is a blank here
    split(value, ' ',
          [&](std::string_view part) { query += (word++ > 0 ? "+" : "") + percent_encoded(part); });
  }
  return query;
}

}  // namespace dateline
