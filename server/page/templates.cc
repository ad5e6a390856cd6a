#include "server/page/templates.h"

#include <array>
#include <kainjow/mustache.hpp>
#include <utility>

#include "language/display.h"
#include "presenter/html_escape.h"

namespace dateline {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

struct TemplateFile {
  std::string_view name;
  std::string_view text;
};

constexpr std::array<TemplateFile, 13> kFiles{{
    {
        "search",
#include "search.html.inc"
    },
    {
        "timeline",
#include "timeline.html.inc"
    },
    {
        "pairs",
#include "pairs.html.inc"
    },
    {
        "reader",
#include "reader.html.inc"
    },
    {
        "similar",
#include "similar.html.inc"
    },
    {
        "why",
#include "why.html.inc"
    },
    {
        "help",
#include "help.html.inc"
    },
    {
        "watch",
#include "watch.html.inc"
    },
    {
        "message",
#include "message.html.inc"
    },
    {
        "results",
#include "results.html.inc"
    },
    {
        "facets",
#include "facets.html.inc"
    },
    {
        "histogram",
#include "histogram.html.inc"
    },
    {
        "layout",
#include "layout.html.inc"
    },
}};

std::string_view file_named(std::string_view name) {
  for (const auto& file : kFiles) {
    if (file.name == name) return file.text;
  }
  return {};
}

// Other templates take the places where they are named ({{> name}}); `body` is the page's own.
std::string assembled(std::string_view text, std::string_view body) {
  constexpr std::string_view kOpen = "{{> ";
  constexpr std::string_view kClose = "}}";
  std::string out;
  for (;;) {
    const auto open = text.find(kOpen);
    out += text.substr(0, open);
    if (open == std::string_view::npos) return out;
    text.remove_prefix(open + kOpen.size());
    const auto close = text.find(kClose);
    const auto name = text.substr(0, close);
    text.remove_prefix(close + kClose.size());
    out += assembled(file_named(name == "body" ? body : name), body);
  }
}

// The library copies whatever it is given, all the way down, at each level once more, and shows what it
// holds as constant. It is not: so values are put where an empty one was.
data& own(const data& held) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): what holds it is no constant
  return const_cast<data&>(held);
}
void put(data& object, const std::string& name, data&& value) {
  object.set(name, data{false});
  own(*object.get(name)) = std::move(value);
}

// Empty values become false: the library's sections skip only false and empty lists.
data view_of_json(const Json& value) {
  switch (value.type()) {
    case Json::value_t::object: {
      if (value.empty()) return data{false};
      data object{data::type::object};
      for (const auto& [name, member] : value.items()) put(object, name, view_of_json(member));
      return object;
    }
    case Json::value_t::array: {
      data list{kainjow::mustache::list(value.size(), data{false})};
      for (std::size_t i = 0; i < value.size(); ++i)
        own(list.list_value()[i]) = view_of_json(value[i]);
      return list;
    }
    case Json::value_t::string: {
      const auto& text = value.get_ref<const std::string&>();
      return text.empty() ? data{false} : data{text};
    }
    case Json::value_t::boolean:
      return data{value.get<bool>()};
    case Json::value_t::null:
      return data{false};
    default:
      return data{value.dump()};
  }
}

std::string shown(const std::string& text) { return html_escaped(printable(text, true)); }

}  // namespace

std::string render_page(PageTemplate page, const Json& values, const Texts& texts) {
  const auto body = kFiles[static_cast<std::size_t>(page)].name;
  // Rendering changes a template: one of its own for each page.
  mustache layout(assembled(file_named("layout"), body));
  layout.set_custom_escape(shown);
  auto view = view_of_json(values);
  data words{data::type::object};
  for (const auto& [key, text] : texts.all()) words.set(key, data{text});
  put(view, "t", std::move(words));
  return layout.render(view);
}

}  // namespace dateline
