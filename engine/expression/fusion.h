// Two operations in one instruction, where nothing else needs what the first one gives: it then never leaves the processor's
// registers. The bits are the same.
#pragma once

#include <span>
#include <vector>

#include "engine/expression/graph.h"

namespace ravine {

/// The nodes of `graph`; some use other nodes than before.
std::vector<Graph::Node> fused(const Graph& graph, std::span<const Graph::Id> results);

}  // namespace ravine
