// What every part of a figure is drawn with: the inputs, the sizes, and small helpers for placing text.
#pragma once

#include <string>
#include <vector>

#include "app/figure/compose.h"
#include "app/figure/memory.h"
#include "app/figure/theme.h"

namespace ravine {

struct Sheet {
    const Session& session;
    const Runs& runs;
    const Theme& theme;
    const TextMetrics& metrics;
    FigureMemory& memory;
    Figure& figure;
    float unit = 1, pixel_ratio = 1;
    float step = 0;                     ///< playback position, between two steps or on one
    std::vector<RunPlace> places = {};  ///< of the runs

    float units(float n) const { return n * unit; }
    float width(std::string_view text, TextRole role) const { return metrics.width(text, role) * unit; }
    /// The nearest edge between two device pixels.
    float snapped(float v) const;
    Rect snapped(const Rect& r) const { return {snapped(r.x0), snapped(r.y0), snapped(r.x1), snapped(r.y1)}; }
    /// The thinnest line that is drawn sharply, about `n` units wide.
    float hairline(float n = 1) const;
    /// Where the baseline of a line of text is that stands in the middle of y0..y1.
    float baseline(TextRole role, float y0, float y1) const;

    Group& new_group(const Rect& clip) const;
    /// The group that everything else of a part goes into: clipped by the figure alone.
    Group& new_group() const { return new_group({0, 0, figure.width, figure.height}); }

    /// The playback position within run i, which may be shorter than the others; and the row that it has reached.
    float step_of(int i) const;
    int row_of(int i) const { return static_cast<int>(step_of(i)); }
    /// Whether the k-th run stands out: it is a median, or there are none.
    bool leads(std::size_t k) const { return places[k].member == RunPlace::median || places.front().member != RunPlace::median; }
    const Run& run(int i) const { return *runs[static_cast<std::size_t>(i)]; }
    const OptimizerChoice& choice(int i) const { return session.optimizers[static_cast<std::size_t>(i)]; }
    const Pen& pen_of(int i) const { return pen(choice(i).color); }
    /// The pen's colour where it is drawn on the window, not on a field: darkened on paper until it reads.
    Color ink_of(int i) const;
    /// `c`, nearer to the colour of text until shapes in it read on `ground`.
    Color legible(Color c, Color ground) const;
};

/// `text`, or as much of its beginning as fits into `width` logical pixels with "…" behind. Empty where nothing fits.
std::string shortened(const Sheet& sheet, const std::string& text, TextRole role, float width);

/// Contrast of two opaque colours, 1..21, as WCAG defines it.
float contrast_ratio(Color a, Color b);

}  // namespace ravine
