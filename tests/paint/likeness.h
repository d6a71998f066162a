// How alike two pictures are.
#pragma once

#include "app/figure/figure.h"
#include "app/paint/cairo_painter.h"

namespace ravine_test {

/// The part of a picture within `rect`, rounded to whole pixels.
ravine::Image cropped(const ravine::Image& image, const ravine::Rect& rect);

/// Mean structural similarity of the luminances in windows of 8 × 8 pixels (Wang, Bovik, Sheikh and Simoncelli, 2004, with box
/// windows four pixels apart): 1 for equal pictures. Both have the same size, at least 8 pixels a side.
double structural_similarity(const ravine::Image& a, const ravine::Image& b);

/// Mean and greatest difference of colour components, 0..255. Alpha does not count.
struct Difference {
    double mean = 0;
    int greatest = 0;
};
Difference difference(const ravine::Image& a, const ravine::Image& b);

}  // namespace ravine_test
