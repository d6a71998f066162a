#include "tests/paint/likeness.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace ravine_test {

namespace {

using ravine::Image;

std::size_t offset(const Image& image, int x, int y) {
    return 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x));
}

double luminance(const Image& image, int x, int y) {
    const std::size_t at = offset(image, x, y);
    return 0.2126 * image.rgba[at] + 0.7152 * image.rgba[at + 1] + 0.0722 * image.rgba[at + 2];
}

constexpr int side = 8, stride = 4;

double similarity_at(const Image& a, const Image& b, int x0, int y0) {
    constexpr double n = side * side;
    constexpr double c1 = 0.01 * 255 * 0.01 * 255;
    constexpr double c2 = 0.03 * 255 * 0.03 * 255;
    double sum_a = 0;
    double sum_b = 0;
    double sum_aa = 0;
    double sum_bb = 0;
    double sum_ab = 0;
    for (int y = y0; y < y0 + side; ++y) {
        for (int x = x0; x < x0 + side; ++x) {
            const double u = luminance(a, x, y);
            const double v = luminance(b, x, y);
            sum_a += u;
            sum_b += v;
            sum_aa += u * u;
            sum_bb += v * v;
            sum_ab += u * v;
        }
    }
    const double mean_a = sum_a / n;
    const double mean_b = sum_b / n;
    const double var_a = sum_aa / n - mean_a * mean_a;
    const double var_b = sum_bb / n - mean_b * mean_b;
    const double covariance = sum_ab / n - mean_a * mean_b;
    return (2 * mean_a * mean_b + c1) * (2 * covariance + c2) / ((mean_a * mean_a + mean_b * mean_b + c1) * (var_a + var_b + c2));
}

}  // namespace

Image cropped(const Image& image, const ravine::Rect& rect) {
    const int x0 = static_cast<int>(std::lround(rect.x0));
    const int y0 = static_cast<int>(std::lround(rect.y0));
    Image part{static_cast<int>(std::lround(rect.x1)) - x0, static_cast<int>(std::lround(rect.y1)) - y0, {}};
    for (int y = 0; y < part.height; ++y) {
        const auto row = image.rgba.begin() + static_cast<std::ptrdiff_t>(offset(image, x0, y0 + y));
        part.rgba.insert(part.rgba.end(), row, row + static_cast<std::ptrdiff_t>(4) * part.width);
    }
    return part;
}

double structural_similarity(const Image& a, const Image& b) {
    double sum = 0;
    int windows = 0;
    for (int y = 0; y + side <= a.height; y += stride) {
        for (int x = 0; x + side <= a.width; x += stride, ++windows) sum += similarity_at(a, b, x, y);
    }
    return sum / windows;
}

Difference difference(const Image& a, const Image& b) {
    Difference result;
    for (std::size_t i = 0; i < a.rgba.size(); ++i) {
        if (i % 4 == 3) continue;
        const int d = std::abs(static_cast<int>(a.rgba[i]) - static_cast<int>(b.rgba[i]));
        result.mean += d;
        result.greatest = std::max(result.greatest, d);
    }
    result.mean /= 0.75 * static_cast<double>(a.rgba.size());
    return result;
}

}  // namespace ravine_test
