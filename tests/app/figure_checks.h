// What tests ask of a composed figure.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/figure/figure.h"
#include "app/paint/cairo_painter.h"
#include "app/session/session.h"
#include "tests/app/figure_boxes.h"

namespace ravine_test {

const ravine::CairoFonts& fonts();

/// As many optimizers as there may be.
ravine::Session with_many_optimizers(ravine::Session session);

/// Every text with the rectangle that its letters take.
std::vector<std::pair<ravine::Rect, std::string>> text_boxes(const ravine::Figure& figure);
/// Every text on a line of its own.
std::string all_text(const ravine::Figure& figure);

void expect_no_text_over_another(const ravine::Figure& figure, const std::string& what);
void expect_nothing_cut_off(const ravine::Figure& figure, const std::string& what);
/// Every coordinate is a number.
void expect_finite(const ravine::Figure& figure, const std::string& what);

}  // namespace ravine_test
