#include "corpus/office/office_metadata.h"

#include <fmt/format.h>

#include <utility>

namespace dateline {
namespace {

/// Dublin Core elements, and ODF's first creator.
class Properties : public XmlVisitor {
 public:
  void start(const std::string& /*name*/, const XmlAttributes& /*attributes*/) override {
    value_.clear();
  }
  void end(const std::string& name) override {
    if (name == "dc:title") add_title(metadata_, value_);
    if (name == "dc:creator") add_authors(changed_by_, value_);
    if (name == "meta:initial-creator") add_authors(metadata_.creators, value_);
    if (name == "dc:language") metadata_.language = value_;
    value_.clear();
  }
  void text(std::string_view run) override {
    constexpr std::size_t kMaxValueBytes = 10'000;
    if (value_.size() + run.size() <= kMaxValueBytes) value_ += run;
  }

  // ODF's dc:creator changed the text last; its meta:initial-creator wrote it.
  [[nodiscard]] Metadata take() {
    if (metadata_.creators.empty()) metadata_.creators = std::move(changed_by_);
    metadata_.weak_titles = true;
    return std::move(metadata_);
  }

 private:
  Metadata metadata_;
  std::vector<std::string> changed_by_;
  std::string value_;
};

}  // namespace

bool visit_part(const ZipArchive& archive, const std::string& name, const ReadJob& job,
                XmlVisitor& visitor) {
  auto bytes = archive.part(name);
  if (!bytes) return false;
  try {
    parse_xml(*std::move(bytes), job.options.limits, visitor);
  } catch (const XmlError& error) {
    job.refuse(fmt::format("its part {}: {}", name, error.what()));
  }
  return true;
}

Metadata office_metadata(const ZipArchive& archive, const std::string& part, const ReadJob& job) {
  Properties properties;
  visit_part(archive, part, job, properties);
  return properties.take();
}

}  // namespace dateline
