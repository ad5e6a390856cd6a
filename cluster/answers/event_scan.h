// Goes through the events of a cluster that match.
#pragma once

#include <simdjson.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "cluster/reader/cluster_view.h"
#include "index/rows.h"

namespace dateline {

/// Calls `visit` with the `_source` of each event in force that matches a query; one page of events
/// is in memory. @param fields of the source that are wanted @throws ClusterError, SearchStopped.
void scan_events(ClusterView& view, const nlohmann::json& query,
                 const std::vector<std::string_view>& fields,
                 const std::function<void(simdjson::dom::element source)>& visit);

/// The days of an event's source, of field::kFirst and field::kLast; unknown where it has none.
[[nodiscard]] DayRange days_in(simdjson::dom::element source);

/// Calls `visit` with each text of a field that has one or a list of them.
void for_each_text(simdjson::dom::element source, std::string_view name,
                   const std::function<void(std::string_view text)>& visit);

}  // namespace dateline
