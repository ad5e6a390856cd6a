#include "server/api/openapi.h"

#include <fmt/format.h>

#include <set>
#include <string>

#include "presenter/json_values.h"
#include "server/api/answers.h"
#include "server/api/endpoints.h"

namespace dateline {
namespace {

constexpr std::string_view kOutputGrammar =
#include "output.schema.json.inc"
    ;

constexpr std::string_view kSchemas = "#/components/schemas/";

// The grammar is of draft 7, which knows "dependencies" and keeps its schemas elsewhere; OpenAPI 3.1
// is of the draft of 2020-12.
void modernize(Json& value) {
  constexpr std::string_view kOld = "#/definitions/";
  if (value.is_object() && value.contains("$ref")) {
    const auto old = value["$ref"].get<std::string>();
    if (old.starts_with(kOld))
      value["$ref"] = fmt::format("{}{}", kSchemas, old.substr(kOld.size()));
  }
  if (value.is_object() && value.contains("dependencies")) {
    value["dependentRequired"] = std::move(value["dependencies"]);
    value.erase("dependencies");
  }
  if (!value.is_structured()) return;
  for (auto& child : value) modernize(child);
}

// Adds the names of the schemas that `value` refers to, and those that these refer to.
void add_used(const Json& value, const Json& schemas, std::set<std::string>& used) {
  if (value.is_object() && value.contains("$ref")) {
    const auto to = value["$ref"].get<std::string>();
    const auto name = to.starts_with(kSchemas) ? to.substr(kSchemas.size()) : std::string{};
    if (schemas.contains(name) && used.insert(name).second) add_used(schemas[name], schemas, used);
  }
  if (!value.is_structured()) return;
  for (const auto& child : value) add_used(child, schemas, used);
}

Json schema_of(const ParameterRow& row) {
  Json schema;
  switch (row.type) {
    case ParameterType::flag:
      schema = {{"type", "string"}, {"description", "Set by any value but 0 and false"}};
      break;
    case ParameterType::number:
      schema = {{"type", "integer"}, {"minimum", 0}};
      break;
    case ParameterType::text:
      schema = {{"type", "string"}};
      break;
  }
  if (!row.choices.empty()) schema["enum"] = row.choices;
  if (row.repeats) return {{"type", "array"}, {"items", std::move(schema)}};
  return schema;
}

Json parameter_json(const ParameterRow& row, const Endpoint& endpoint) {
  auto schema = schema_of(row);
  if (row.name == "format") {
    schema["enum"] = Json::array();
    for (const auto format : endpoint.formats) schema["enum"].push_back(format_name(format));
  }
  Json object{{"name", row.name},
              {"in", "query"},
              {"description", row.help},
              {"required", row.name == "id"},
              {"schema", std::move(schema)}};
  if (row.repeats) {
    object["style"] = "form";
    object["explode"] = true;
  }
  return object;
}

Json responses_json(const Endpoint& endpoint) {
  Json content = Json::object();
  for (const auto format : endpoint.formats) {
    Json schema{{"type", "string"}};
    if (format == Format::json) {
      schema = endpoint.schema.empty()
                   ? Json{{"type", "object"}}
                   : Json{{"$ref", fmt::format("{}{}", kSchemas, endpoint.schema)}};
    }
    const std::string type{media_type(format)};
    content[type.substr(0, type.find(';'))] = {{"schema", std::move(schema)}};
  }
  return {{"200", {{"description", endpoint.summary}, {"content", std::move(content)}}},
          {"304", {{"description", "What the client has is still right (If-None-Match)"}}},
          {"4XX", {{"$ref", "#/components/responses/problem"}}},
          {"5XX", {{"$ref", "#/components/responses/problem"}}}};
}

Json operation_json(const Endpoint& endpoint, std::string_view suffix) {
  Json parameters = Json::array();
  if (endpoint.takes_path) {
    parameters.push_back({{"name", "id"},
                          {"in", "path"},
                          {"required", true},
                          {"description", "An id as hits have it; its # is sent as %23"},
                          {"schema", {{"type", "string"}}}});
  }
  for (const auto& row : parameters_of(endpoint.groups))
    parameters.push_back(parameter_json(row, endpoint));
  auto description = endpoint.command.empty()
                         ? std::string{"An answer of the server's own: docs/api.md"}
                         : fmt::format("The same answer as `dateline {}`", endpoint.command);
  return {{"operationId", fmt::format("{}{}", endpoint.name, suffix)},
          {"summary", endpoint.summary},
          {"description", std::move(description)},
          {"parameters", std::move(parameters)},
          {"responses", responses_json(endpoint)}};
}

Json text_operation(const Endpoint& endpoint) {
  auto operation = operation_json(endpoint, "_text");
  operation["summary"] = "The stored text of an article or event, which spans count in";
  operation["responses"]["200"]["content"] = {{"text/plain", {{"schema", {{"type", "string"}}}}}};
  return operation;
}

Json paths_json() {
  Json paths = Json::object();
  for (const auto& endpoint : endpoints()) {
    const auto path = fmt::format("/v1/{}{}", endpoint.name, endpoint.takes_path ? "/{id}" : "");
    paths[path] = {{"get", operation_json(endpoint, "")}};
    if (endpoint.takes_path) paths[path + "/text"] = {{"get", text_operation(endpoint)}};
  }
  return paths;
}

// What `paths` refer to: commands that are no endpoints have schemas, too.
Json components_json(const Json& paths) {
  auto schemas = Json::parse(kOutputGrammar)["definitions"];
  modernize(schemas);
  schemas["problem_details"] = {{"type", "object"},
                                {"required", {"type", "title", "status", "detail"}},
                                {"properties",
                                 {{"type", {{"type", "string"}}},
                                  {"title", {{"type", "string"}}},
                                  {"status", {{"type", "integer"}}},
                                  {"detail", {{"type", "string"}}},
                                  {"parameter", {{"type", "string"}}},
                                  {"span", {{"$ref", "#/components/schemas/span"}}},
                                  {"suggestion", {{"type", "string"}}}}}};
  const Json problem{{"description", "Why there is no answer (RFC 9457)"},
                     {"content",
                      {{"application/problem+json",
                        {{"schema", {{"$ref", "#/components/schemas/problem_details"}}}}}}}};
  std::set<std::string> used;
  add_used(paths, schemas, used);
  add_used(problem, schemas, used);
  Json kept = Json::object();
  for (const auto& name : used) kept[name] = schemas[name];
  return {{"schemas", std::move(kept)}, {"responses", {{"problem", problem}}}};
}

}  // namespace

std::string openapi_document(std::string_view version, std::string_view base) {
  auto paths = paths_json();
  auto components = components_json(paths);
  return dump(
      Json{{"openapi", "3.1.0"},
           {"info",
            {{"title", "Dateline"},
             {"summary", "Full-text search for analysis of international affairs"},
             {"description",
              "Parameters are named as the options of the command line, and "
              "answers are its own JSON: docs/api.md, docs/output.md."},
             {"version", version},
             {"license", {{"name", "GPL-2.0-or-later"}, {"identifier", "GPL-2.0-or-later"}}}}},
           {"servers", Json::array({{{"url", base.empty() ? "/" : base}}})},
           {"security", Json::array()},
           {"paths", std::move(paths)},
           {"components", std::move(components)}});
}

}  // namespace dateline
