// yaml-cpp hands a document over event by event. That is what bounds it: its tree of nodes would
// follow aliases without end, and take memory before anybody could count.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <utility>

#include "corpus/structure/front_value.h"

namespace dateline {
namespace {

std::size_t yaml_line(const YAML::Mark& mark) noexcept {
  return static_cast<std::size_t>(std::max(mark.line, 0));
}

std::size_t count_values(const FrontValue& value) {
  std::size_t count = 1;
  for (const auto& item : value.items) count += count_values(item);
  return count;
}

class YamlValues : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add(make(FrontValue::Kind::nothing, mark), anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto known = anchors_.find(anchor);
    if (known == anchors_.end()) return add(make(FrontValue::Kind::nothing, mark), 0);
    FrontValue copy = known->second;
    copy.line = yaml_line(mark);
    spend(count_values(copy), mark);
    add(std::move(copy), 0);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                const std::string& value) override {
    auto text = make(FrontValue::Kind::text, mark);
    text.text = value;
    add(std::move(text), anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(FrontValue::Kind::list, mark, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(FrontValue::Kind::map, mark, anchor);
  }
  void OnMapEnd() override { close(); }

  [[nodiscard]] FrontValue take() { return std::move(root_); }

 private:
  // A list or map that is not complete.
  struct Open {
    FrontValue value;
    YAML::anchor_t anchor = 0;
  };

  FrontValue make(FrontValue::Kind kind, const YAML::Mark& mark) {
    spend(1, mark);
    FrontValue value;
    value.kind = kind;
    value.line = yaml_line(mark);
    return value;
  }

  void spend(std::size_t values, const YAML::Mark& mark) {
    values_ += values;
    if (values_ <= kMaxFrontValues) return;
    throw FrontMatterError(yaml_line(mark), "makes it more than 10,000 values");
  }

  void open(FrontValue::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (open_.size() >= kMaxFrontDepth)
      throw FrontMatterError(yaml_line(mark), "nests deeper than 32 values");
    open_.push_back({make(kind, mark), anchor});
  }

  void close() {
    auto done = std::move(open_.back());
    open_.pop_back();
    // A key of a map without its value: yaml-cpp gives no event for it.
    done.value.keys.resize(done.value.kind == FrontValue::Kind::map ? done.value.items.size() : 0);
    add(std::move(done.value), done.anchor);
  }

  void add(FrontValue&& value, YAML::anchor_t anchor) {
    if (anchor != 0) {
      spend(count_values(value), {});
      anchors_[anchor] = value;
    }
    if (open_.empty()) {
      root_ = std::move(value);
      return;
    }
    auto& [parent, ignored] = open_.back();
    const bool is_key =
        parent.kind == FrontValue::Kind::map && parent.keys.size() == parent.items.size();
    if (is_key) {
      parent.keys.push_back(std::move(value.text));
    } else {
      parent.items.push_back(std::move(value));
    }
  }

  FrontValue root_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, FrontValue> anchors_;
  std::size_t values_ = 0;
};

}  // namespace

FrontValue parse_yaml(std::string_view text) {
  // A quote that is open at the last line's end would go unnoticed.
  text = text.substr(0, text.find_last_not_of(" \t\n") + 1);
  std::istringstream stream{std::string{text}};
  YamlValues values;
  try {
    YAML::Parser parser{stream};
    parser.HandleNextDocument(values);
  } catch (const YAML::Exception& error) {
    throw FrontMatterError(yaml_line(error.mark), "is malformed (" + error.msg + ")");
  }
  return values.take();
}

}  // namespace dateline
