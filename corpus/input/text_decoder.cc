#include "corpus/input/text_decoder.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/reading.h"
#include "language/utf8.h"

namespace dateline {
namespace {

// How many bytes the detector looks at, and so how many of the lines that matter it gets.
constexpr std::size_t kSampleBytes = 8000;

struct ConverterClose {
  void operator()(UConverter* converter) const noexcept { ::ucnv_close(converter); }
};
struct DetectorClose {
  void operator()(UCharsetDetector* detector) const noexcept { ::ucsdet_close(detector); }
};
using Converter = std::unique_ptr<UConverter, ConverterClose>;
using Detector = std::unique_ptr<UCharsetDetector, DetectorClose>;

struct Bom {
  std::string_view bytes;
  std::string_view encoding;
};
// Longer marks first: UTF-32LE begins with UTF-16LE's.
constexpr std::array<Bom, 4> kBoms{{
    {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
    {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
    {{"\xFF\xFE", 2}, "UTF-16LE"},
    {{"\xFE\xFF", 2}, "UTF-16BE"},
}};

Converter open_converter(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter{::ucnv_open(encoding.c_str(), &status)};
  if (U_FAILURE(status)) return nullptr;
  ::ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
  return U_FAILURE(status) ? nullptr : std::move(converter);
}

// Strictly: nullopt when one byte does not belong to the encoding.
std::optional<std::string> convert(std::string_view bytes, const std::string& encoding) {
  const auto from = open_converter(encoding);
  const auto to = open_converter("UTF-8");
  if (!from || !to) return std::nullopt;
  std::string text;
  std::vector<UChar> pivot(4096);
  std::vector<char> target(std::size_t{64} << 10);
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  for (bool first = true; status == U_BUFFER_OVERFLOW_ERROR; first = false) {
    status = U_ZERO_ERROR;
    char* out = target.data();
    ::ucnv_convertEx(to.get(), from.get(), &out, target.data() + target.size(), &source, source_end,
                     pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(),
                     static_cast<UBool>(first), 1, &status);
    text.append(target.data(), static_cast<std::size_t>(out - target.data()));
  }
  if (U_FAILURE(status)) return std::nullopt;
  return text;
}

// The lines with bytes beyond ASCII, up to the sample's size: they alone distinguish one encoding
// from another, and may stand far behind the part that the detector would look at.
std::string telling_lines(std::string_view bytes) {
  std::string sample;
  std::size_t begin = 0;
  while (begin < bytes.size() && sample.size() < kSampleBytes) {
    const auto end = std::min(bytes.find('\n', begin), bytes.size());
    auto line = bytes.substr(begin, end - begin);
    begin = end + 1;
    const auto high = std::find_if(line.begin(), line.end(),
                                   [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (high == line.end()) continue;
    const auto at = static_cast<std::size_t>(high - line.begin());
    if (at > kSampleBytes / 2) line.remove_prefix(at - kSampleBytes / 2);
    sample.append(line.substr(0, kSampleBytes)).push_back('\n');
  }
  return sample;
}

struct Guess {
  std::string encoding;
  int confidence = 0;
};

// Best first.
std::vector<Guess> detect(std::string_view bytes) {
  const std::string sample = telling_lines(bytes);
  UErrorCode status = U_ZERO_ERROR;
  const Detector detector{::ucsdet_open(&status)};
  ::ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()),
                   &status);
  std::int32_t count = 0;
  const auto* const matches = ::ucsdet_detectAll(detector.get(), &count, &status);
  std::vector<Guess> guesses;
  for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    const char* name = ::ucsdet_getName(matches[i], &status);
    const int confidence = ::ucsdet_getConfidence(matches[i], &status);
    if (U_FAILURE(status)) break;
    guesses.push_back({name == std::string_view{"ISO-8859-1"} ? "windows-1252" : name, confidence});
  }
  return guesses;
}

// Reads bytes as UTF-8 although some are ill-formed, when far more of their sequences beyond ASCII
// are well-formed: in another encoding hardly any would be.
std::optional<DecodedText> repair_utf8(std::string_view bytes) {
  constexpr std::size_t kGoodPerBad = 10;
  DecodedText result{{}, "UTF-8", 0};
  std::size_t good = 0;
  const auto count_good = [&good](std::string_view part) {
    good += static_cast<std::size_t>(std::count_if(
        part.begin(), part.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
  };
  result.text.reserve(bytes.size());
  while (const auto bad = find_invalid_utf8(bytes)) {
    count_good(bytes.substr(0, *bad));
    result.text.append(bytes.substr(0, *bad)).append("\xEF\xBF\xBD");
    bytes.remove_prefix(*bad + 1);
    ++result.replaced;
  }
  count_good(bytes);
  result.text.append(bytes);
  if (good < result.replaced * kGoodPerBad) return std::nullopt;
  return result;
}

void refuse_binary(std::string_view bytes, const std::string& path) {
  const auto nuls = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  if (nuls > bytes.size() / kBytesPerNul) {
    throw CorpusError(path, 0, fmt::format("binary file: {} NUL bytes in {}", nuls, bytes.size()));
  }
}

std::optional<DecodedText> decode_by_bom(std::string_view bytes, const std::string& path) {
  for (const auto& bom : kBoms) {
    if (!bytes.starts_with(bom.bytes)) continue;
    const std::string encoding{bom.encoding};
    auto text = convert(bytes.substr(bom.bytes.size()), encoding);
    if (!text) throw CorpusError(path, 0, "begins with the mark of " + encoding + ", but is not");
    return DecodedText{std::move(*text), encoding, 0};
  }
  return std::nullopt;
}

// A file that can name its encoding in ASCII is not in UTF-16, whatever it says.
std::optional<DecodedText> decode_as_declared(std::string_view bytes, std::string_view declared) {
  const auto name = fold(declared);
  if (name.empty() || name.starts_with("utf")) return std::nullopt;
  const std::string encoding =
      name == "iso-8859-1" || name == "latin1" || name == "us-ascii" ? "windows-1252" : name;
  auto text = convert(bytes, encoding);
  if (!text) return std::nullopt;
  return DecodedText{std::move(*text), encoding, 0};
}

bool hides_in_ascii(std::string_view declared) {
  const auto name = fold(declared);
  return name.starts_with("iso-2022-") || name == "hz-gb-2312";
}

DecodedText decode_by_guess(std::string_view bytes, const std::string& path) {
  if (auto repaired = repair_utf8(bytes)) return std::move(*repaired);
  const auto guesses = detect(bytes);
  for (const auto& guess : guesses) {
    if (guess.confidence < kMinEncodingConfidence) break;
    if (auto text = convert(bytes, guess.encoding)) {
      return {std::move(*text), guess.encoding, 0};
    }
  }
  const auto hint = guesses.empty()
                        ? std::string{}
                        : fmt::format("; the best guess is {}, {} of 100", guesses.front().encoding,
                                      guesses.front().confidence);
  throw CorpusError(path, 0,
                    "not UTF-8, and its encoding cannot be told" + hint + ": convert it to UTF-8");
}

}  // namespace

std::string repair_note(const DecodedText& decoded) {
  if (decoded.replaced > 0) {
    return fmt::format("{} ill-formed UTF-8 sequences replaced by U+FFFD", decoded.replaced);
  }
  return decoded.converted_from.empty() ? std::string{}
                                        : "converted from " + decoded.converted_from;
}

DecodedText decode_text(std::string bytes, const std::string& path, std::string_view declared) {
  auto result = decode_by_bom(bytes, path);
  if (!result) {
    refuse_binary(bytes, path);
    const bool is_utf8 = !find_invalid_utf8(bytes);
    if (!is_utf8 || hides_in_ascii(declared)) result = decode_as_declared(bytes, declared);
    if (!result) {
      result = is_utf8 ? DecodedText{std::move(bytes), {}, 0} : decode_by_guess(bytes, path);
    }
  } else {
    refuse_binary(result->text, path);
  }
  if (result->text.size() > std::numeric_limits<std::uint32_t>::max()) {
    throw CorpusError(path, 0, "too large: more than 4 GiB of text");
  }
  return std::move(*result);
}

}  // namespace dateline
