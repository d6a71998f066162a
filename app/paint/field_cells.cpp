#include "app/paint/field_cells.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "app/paint/field_hatch.h"
#include "app/paint/field_image.h"

namespace ravine {
namespace {

class Samples {
public:
    explicit Samples(const LevelGrid& grid) : grid_(grid) {}

    float at(int i, int j) const {
        return grid_.level[static_cast<std::size_t>(j) * static_cast<std::size_t>(grid_.columns) + static_cast<std::size_t>(i)];
    }

    /// Where a column, or a row from below, differs from the one before.
    std::vector<int> column_edges() const {
        return edges(grid_.columns,
                     [&](int i) { return differ(grid_.rows, [&](int j) { return same(at(i - 1, j), at(i, j)); }); });
    }
    std::vector<int> row_edges() const {
        const int last = grid_.rows - 1;
        return edges(grid_.rows, [&](int j) {
            return differ(grid_.columns, [&](int i) { return same(at(i, last - j + 1), at(i, last - j)); });
        });
    }

private:
    static bool same(float a, float b) { return a == b || (std::isnan(a) && std::isnan(b)); }

    template <class Same>
    static bool differ(int count, const Same& same_at) {
        for (int k = 0; k < count; ++k)
            if (!same_at(k)) return true;
        return false;
    }

    template <class IsEdge>
    static std::vector<int> edges(int count, const IsEdge& is_edge) {
        std::vector<int> out;
        for (int k = 1; k < count; ++k)
            if (is_edge(k)) out.push_back(k);
        return out;
    }

    const LevelGrid& grid_;
};

int cell_of(int sample, int samples, int cells) { return static_cast<int>(static_cast<long>(sample) * cells / samples); }

/// The least number of equal cells along `samples` whose edges are all that the samples have.
int fewest_cells(int samples, const std::vector<int>& edges) {
    for (int cells = static_cast<int>(edges.size()) + 1; cells < samples; ++cells)
        if (std::ranges::all_of(edges, [&](int e) { return cell_of(e - 1, samples, cells) != cell_of(e, samples, cells); }))
            return cells;
    return samples;
}

/// A sample of each cell, first to last.
std::vector<int> samples_of_cells(int samples, int cells) {
    std::vector<int> out;
    for (int k = 0; k < samples; ++k)
        if (k == 0 || cell_of(k, samples, cells) != cell_of(k - 1, samples, cells)) out.push_back(k);
    return out;
}

/// As many pixels for each cell that they stay sharp where a program smooths what it enlarges.
int pixels_of_cell(float length, int cells) {
    return std::max(1, static_cast<int>(std::ceil(2 * length / static_cast<float>(cells))));
}

std::vector<int> repeated(const std::vector<int>& samples, int times) {
    std::vector<int> out;
    for (const int sample : samples) out.insert(out.end(), static_cast<std::size_t>(times), sample);
    return out;
}

std::uint8_t byte(float v) { return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0F, 1.0F) * 255)); }

/// Transparent where a cell has no level.
void add(Image& image, Color c) {
    for (const float v : {c.r, c.g, c.b, c.a}) image.rgba.push_back(byte(v));
}

}  // namespace

bool has_cells(const LevelGrid& grid) {
    return std::ranges::all_of(grid.level, [](float b) { return std::isnan(b) || b - std::floor(b) == 0.5F; });
}

void draw_cells(Canvas& canvas, const Field& field) {
    const LevelGrid& grid = *field.grid;
    const Samples samples(grid);
    const int across = fewest_cells(grid.columns, samples.column_edges()), up = fewest_cells(grid.rows, samples.row_edges());
    const auto columns = repeated(samples_of_cells(grid.columns, across), pixels_of_cell(field.rect.width(), across));
    auto rows = repeated(samples_of_cells(grid.rows, up), pixels_of_cell(field.rect.height(), up));
    std::ranges::reverse(rows);
    Image image{static_cast<int>(columns.size()), static_cast<int>(rows.size()), {}};
    bool whole = true;
    for (const int j : rows)
        for (const int i : columns) {
            const float level = samples.at(i, grid.rows - 1 - j);
            whole = whole && !std::isnan(level);
            add(image, std::isnan(level) ? Color{0, 0, 0, 0} : band_color(grid, *field.style, std::floor(level)));
        }
    canvas.clip(field.rect);
    if (!whole) draw_hatch(canvas, field);
    canvas.image(
        field, [&] { return std::move(image); }, field.rect, Canvas::Sampling::nearest);
    canvas.unclip();
}

}  // namespace ravine
