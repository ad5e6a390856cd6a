#include "corpus/tei/tei_header.h"

#include <algorithm>
#include <utility>

#include "corpus/structure/line_shape.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxHeaderBytes = std::size_t{1} << 20;
constexpr std::size_t kMaxImprintBytes = 200;

void append(std::vector<std::string>& to, std::vector<std::string>&& from) {
  for (auto& value : from) to.push_back(std::move(value));
}

}  // namespace

bool TeiHeader::inside(std::string_view name) const {
  return std::any_of(open_.begin(), open_.end(), [&](const Open& o) { return o.name == name; });
}

void TeiHeader::start(const std::string& name, const XmlAttributes& attributes) {
  Open open{name, std::string{attribute(attributes, "type")}, {}, text_.size()};
  for (const std::string_view key : {"when", "from", "notBefore", "notAfter", "to"}) {
    if (open.when.empty()) open.when = attribute(attributes, key);
  }
  if (name == "language" && metadata_.language.empty())
    metadata_.language = attribute(attributes, "ident");
  open_.push_back(std::move(open));
}

void TeiHeader::text(std::string_view run) {
  if (text_.size() + run.size() <= kMaxHeaderBytes) text_ += run;
}

void TeiHeader::end() {
  if (open_.empty()) return;
  const auto open = std::move(open_.back());
  open_.pop_back();
  finish(open, collapse_spaces(std::string_view{text_}.substr(open.begin)));
}

void TeiHeader::finish(const Open& open, std::string_view words) {
  if (open.name == "title" && inside("titleStmt")) {
    const bool partial = open.type == "short" || open.type == "series" || open.type == "sub" ||
                         open.type == "gmd" || open.type.ends_with("-short");
    if (!partial) add_title(metadata_, words);
  } else if (open.name == "author" && inside("titleStmt")) {
    add_authors(metadata_.authors, words);
  } else if (open.name == "editor" && inside("titleStmt")) {
    add_authors(editors_, words);
  } else if (open.name == "date") {
    auto& dates = inside("creation") ? created_ : inside("publicationStmt") ? published_ : printed_;
    const bool counts = inside("creation") || inside("publicationStmt") || inside("sourceDesc");
    if (counts) dates.emplace_back(open.when.empty() ? words : std::string_view{open.when});
  } else if (open.name == "p" && inside("publicationStmt") && words.size() < kMaxImprintBytes) {
    imprints_.emplace_back(words);  // "Department of State, 2008"
  }
}

Metadata TeiHeader::take() {
  if (metadata_.authors.empty()) metadata_.authors = std::move(editors_);
  for (auto* dates : {&created_, &published_, &imprints_, &printed_})
    append(metadata_.published, std::move(*dates));
  return std::move(metadata_);
}

}  // namespace dateline
