#include "corpus/books/epub_package.h"

#include <utility>

#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxManifest = 20'000;
constexpr std::size_t kMaxValueBytes = 10'000;

int hex_digit(char c) noexcept {
  if (is_ascii_digit(c)) return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string decode_percents(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
    if (low >= 0) {
      plain += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

bool has_word(std::string_view words, std::string_view word) noexcept {
  while (!words.empty()) {
    const auto end = std::min(words.find(' '), words.size());
    if (words.substr(0, end) == word) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

}  // namespace

void EpubContainer::start(const std::string& name, const XmlAttributes& attributes) {
  if (name == "rootfile" && package_.empty()) package_ = attribute(attributes, "full-path");
}

void EpubPackage::start(const std::string& name, const XmlAttributes& attributes) {
  value_.clear();
  role_ = attribute(attributes, "role");
  event_ = attribute(attributes, "event");
  if (name == "item" && manifest_.size() < kMaxManifest) {
    const auto type = attribute(attributes, "media-type");
    const bool is_navigation = has_word(attribute(attributes, "properties"), "nav");
    const bool is_page =
        type == "application/xhtml+xml" || type == "text/html" || type == "text/x-oeb1-document";
    manifest_[std::string{attribute(attributes, "id")}] = {
        std::string{attribute(attributes, "href")}, is_page && !is_navigation};
  } else if (name == "itemref" && spine_.size() < kMaxManifest) {
    if (attribute(attributes, "linear") != "no")
      spine_.emplace_back(attribute(attributes, "idref"));
  }
}

void EpubPackage::end(const std::string& name) {
  const auto words = trim(value_);
  if (name == "dc:title") add_title(metadata_, words);
  if (name == "dc:creator")
    add_authors(role_.empty() || role_ == "aut" ? metadata_.authors : others_, words);
  if (name == "dc:language" && metadata_.language.empty()) metadata_.language = words;
  if (name == "dc:date" && !words.empty() && event_ != "modification" && event_ != "conversion")
    metadata_.published.emplace_back(words);
  value_.clear();
}

void EpubPackage::text(std::string_view run) {
  if (value_.size() + run.size() <= kMaxValueBytes) value_ += run;
}

std::vector<std::string> EpubPackage::chapters() const {
  std::vector<std::string> names;
  for (const auto& id : spine_) {
    const auto part = manifest_.find(id);
    if (part != manifest_.end() && part->second.is_text) names.push_back(part->second.name);
  }
  return names;
}

Metadata EpubPackage::take() {
  if (metadata_.authors.empty()) metadata_.authors = std::move(others_);
  return std::move(metadata_);
}

std::string resolve_part(std::string_view base, std::string_view reference) {
  reference = reference.substr(0, reference.find_first_of("#?"));
  std::string path;
  if (!reference.starts_with('/')) path = base.substr(0, base.find_last_of('/') + 1);
  path += decode_percents(reference);
  std::vector<std::string_view> steps;
  std::string_view rest{path};
  while (!rest.empty()) {
    const auto step = rest.substr(0, rest.find('/'));
    rest.remove_prefix(std::min(step.size() + 1, rest.size()));
    if (step.empty() || step == ".") continue;
    if (step != "..") {
      steps.push_back(step);
    } else if (!steps.empty()) {
      steps.pop_back();
    }
  }
  std::string name;
  for (const auto step : steps) name.append(name.empty() ? "" : "/").append(step);
  return name;
}

}  // namespace dateline
