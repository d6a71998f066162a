// How a person looks at the runs: layout, part of the plane, playback position, and what is drawn.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "engine/geometry.h"

namespace ravine {

enum class Layout { single, compare, grid, surface };
enum class Levels { log, linear, quantile };
enum class ThemeName { dark, light, contrast };

/// A quantity of a run over its steps.
enum class CurveKind {
    height,       ///< f − f*, or f where no minimum is known
    gradient,     ///< ‖∇f‖
    distance,     ///< to the nearest known minimum
    rate,         ///< effective rates, x and y
    accumulator,  ///< the optimizer's first accumulator, x and y
    step_length,  ///< of the update that led here
};
/// automatic: log where no value is below 0 and one is above, but linear for f itself, which has no natural zero.
enum class CurveScale { automatic, log, linear };

struct Curve {
    CurveKind kind = CurveKind::height;
    CurveScale scale = CurveScale::automatic;
    bool operator==(const Curve&) const = default;
};

/// The steps that the curves show; equal ends: all of them.
struct StepRange {
    double from = 0, to = 0;  ///< 0 ≤ from, to ≤ max_steps, at least one step apart
    bool all() const { return from == to; }
    bool operator==(const StepRange&) const = default;
};

/// In which order the grid layout shows the optimizers: as their cards stand, or the best first.
enum class GridOrder { cards, height, gradient, distance, steps };

/// What is drawn on a contour besides field, paths, heads and the start.
struct Overlays {
    bool minima = true;     ///< known minima, global ones as stars
    bool marks = true;      ///< a marker at every step, where they do not touch
    bool fade = false;      ///< paths grow faint behind their heads
    bool arrows = false;    ///< the direction of −∇f at scattered points
    bool labels = false;    ///< heights on the isolines
    bool shading = false;   ///< the field as a relief, lit from the upper left
    bool step_box = false;  ///< at the heads: effective rates as a box, −∇f and the update as arrows
    bool operator==(const Overlays&) const = default;
};

/// From where the surface layout looks at the graph of f.
struct Camera {
    double azimuth = -35, elevation = 38;  ///< degrees; azimuth 0 looks along +y; elevation 5..90
    double zoom = 1;                       ///< 0.3..5
    double pan_x = 0, pan_y = 0;           ///< how far right and up the picture is moved, in lengths of the ground, −1..1
    double stretch = 0.5;                  ///< height of the graph beside the length of its ground, 0.05..2
    enum class Heights { levels, linear } heights = Heights::levels;  ///< levels: as the contour's bands are spaced
    bool operator==(const Camera&) const = default;
};

struct View {
    Layout layout = Layout::compare;
    Box box;       ///< the part of the plane that is wanted in view; a pane shows at least this
    int step = 0;  ///< playback position; a run shorter than this is shown at its end
    std::string colormap = "slate";
    Levels levels = Levels::log;
    int level_count = 0;  ///< bands of quantile and, about so many, of linear levels, 2..max_level_count; 0: as many as suit
    ThemeName theme = ThemeName::dark;
    int left = 0, right = 1;                                                        ///< compare: which optimizer each pane holds
    std::array<Curve, 2> curves{Curve{CurveKind::height}, Curve{CurveKind::rate}};  ///< the other layouts show the first
    StepRange curve_range;
    GridOrder order = GridOrder::cards;
    Overlays overlays;
    Camera camera;
    bool operator==(const View&) const = default;
};

/// The colormaps a view may name, the default first.
inline constexpr std::array<std::string_view, 7> colormap_ids{"slate", "viridis", "cividis", "magma", "turbo", "grey", "jet"};

inline constexpr int max_level_count = 60;

/// Empty where `box` can be a view, else what is expected: finite, not turned over, neither too far out nor too narrow for
/// doubles to tell its sides apart.
std::string why_not_view(const Box& box);

}  // namespace ravine
