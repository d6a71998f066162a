// Where the parts of a figure stand.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/figure/figure.h"
#include "app/figure/type.h"

namespace ravine_test {

/// The boxes around all texts, turned ones included.
std::vector<std::pair<ravine::Rect, std::string>> text_boxes(const ravine::Figure& figure, const ravine::TextMetrics& metrics);

bool overlap(const ravine::Rect& a, const ravine::Rect& b);
bool within(const ravine::Rect& outer, const ravine::Rect& inner);

/// How far a primitive reaches beyond the clip of its group. Paths and markers are cut by it and stand near it.
float beyond_clip(const ravine::Primitive& primitive, const ravine::Rect& clip);

}  // namespace ravine_test
