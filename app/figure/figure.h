// A figure: a display list in logical pixels, origin at the top left, y down. It knows nothing of windows or files.
// Painters turn it into what is on the screen or in a file; both must give the same picture.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "app/figure/axes.h"
#include "app/figure/color.h"
#include "app/figure/projection.h"

namespace ravine {

/// What a text is for. The role gives the face and the size: see text_size and face_of in type.h.
enum class TextRole { title, heading, body, small, number, formula };

enum class Align { left, center, right };

/// One line of UTF-8 text. `at` is on the baseline, at the left end, middle or right end as `align` says.
struct Text {
    Pixel at;
    std::string text;
    TextRole role = TextRole::body;
    Color color;
    Align align = Align::left;
    float angle = 0;  ///< radians, clockwise about `at`
};

struct FillRect {
    Rect rect;
    Color color;
    float radius = 0;
    bool operator==(const FillRect&) const = default;
};

struct StrokeRect {
    Rect rect;
    Color color;
    float width = 1;
    float radius = 0;
};

/// A short polyline (ticks, cursors, legend samples). Long ones are a Path. Lines along the axes are moved onto whole device
/// pixels.
struct Lines {
    std::vector<Pixel> points;
    Color color;
    float width = 1;
    float dash = 0, gap = 0;  ///< 0: solid
};

/// A filled convex polygon.
struct Polygon {
    std::vector<Pixel> corners;
    Color color;
};

/// Told apart without colour. `size` is the diameter of the circle of equal weight. Ring and saddle (two arcs back to back) are
/// lines.
enum class Shape { circle, square, triangle, diamond, triangle_down, hexagon, plus, cross, star, ring, saddle };

struct Marker {
    Pixel at;
    Shape shape = Shape::circle;
    float size = 8;
    Color fill;
    Color edge;  ///< drawn outside of the fill, edge_width wide
    float edge_width = 1.5f;
    bool operator==(const Marker&) const = default;
};

/// Heights as continuous level numbers: isolines run where `level` is a whole number, bands lie between them.
/// Row 0 is the top row. Not-defined samples are NaN. One sample per device pixel of the rectangle that it fills.
struct LevelGrid {
    int columns = 0, rows = 0;
    std::vector<float> level;
    float lowest = 0, highest = 1;  ///< whole numbers; the colormap runs from one to the other, levels beyond are clamped
};

struct FieldStyle {
    std::array<Color, 256> colors;  ///< the colormap, low to high
    Color line;                     ///< isolines; alpha 0: none
    float line_width = 1;           ///< logical pixels, the same everywhere
    Color undefined;                ///< where f has no value
    float relief = 0;               ///< logical pixels that one level is high, lit from the upper left; 0: flat
};

/// Short straight strokes on a field. They belong to its picture, which is drawn once and then copied: thousands cost nothing
/// while they stay. Shared between frames, as grids are.
struct FieldStrokes {
    struct Stroke {
        Pixel from, to;  ///< logical pixels from the field's top left
    };
    struct Set {
        Color color;
        std::vector<Stroke> strokes;
    };
    std::vector<Set> sets;
    float width = 1;  ///< logical pixels
};

struct Field {
    Rect rect;
    std::shared_ptr<const LevelGrid> grid;
    std::shared_ptr<const FieldStyle> style;
    std::shared_ptr<const FieldStrokes> strokes = nullptr;  ///< null: none
    bool operator==(const Field&) const = default;          ///< the same grid, not an equal one
};

struct SurfaceMesh;  // surface_mesh.h

/// The graph of f as `projection` shows it, coloured by level as a Field is, lit, transparent where it is not; and its isolines
/// once more on the floor below.
struct Surface {
    Rect rect;  ///< all that is painted
    std::shared_ptr<const SurfaceMesh> mesh;
    std::shared_ptr<const FieldStyle> style;
    Projection projection;
    float height = 0.5f;                              ///< of the world, from the mesh's lowest vertices to its highest
    float floor = -0.1f;                              ///< z of the floor
    Color floor_line;                                 ///< alpha 0: no isolines on the floor
    Color underside;                                  ///< what the surface's colours fade into where it is seen from below
    bool operator==(const Surface&) const = default;  ///< the same mesh, not an equal one
};

/// A trajectory or a curve in logical pixels, simplified for them. Shared between frames: painters key their buffers by the
/// pointer and hold it.
struct PixelPath {
    struct Vertex {
        float x, y;
        float length;  ///< along the path from its start, in logical pixels: dashes follow it
        float step;    ///< the row of the run, rising
    };
    std::vector<Vertex> vertices;
    std::vector<Vertex> marks;  ///< where markers stand: thinned so that they do not touch
};

/// What is left of a fading path far behind its head.
inline constexpr float fade_floor = 0.14F;

struct Path {
    std::shared_ptr<const PixelPath> path;
    Color color;
    Color halo;               ///< alpha 0: none
    float width = 2;          ///< 0: no line, the marks alone
    float halo_width = 1.5f;  ///< on each side
    float dash = 0, gap = 0;  ///< 0: solid
    Shape marker = Shape::circle;
    float marker_size = 0;  ///< 0: no markers
    float reveal = 1e30f;   ///< drawn up to this step, which may lie between two rows
    float fade = 0;         ///< steps over which it would vanish behind `reveal`, were it not for fade_floor; 0: it does not fade
    bool operator==(const Path&) const = default;  ///< the same path, not an equal one
};

using Primitive = std::variant<FillRect, StrokeRect, Lines, Polygon, Text, Marker, Field, Path, Surface>;

/// Primitives that are painted in order within one clip rectangle.
struct Group {
    Rect clip;
    std::vector<Primitive> primitives;
};

/// A part of the figure with axes, for whoever points at it.
struct Region {
    enum class Kind { contour, curve, surface } kind = Kind::contour;
    int index = 0;   ///< contour: the pane, from the left; curve: likewise
    Axes axes;       ///< data ↔ pixels; for curves x is the step; for surfaces only the rectangle and the ground's box count
    Rect name = {};  ///< curve: where its name stands, which is pressed to choose another
    std::vector<int> optimizers = {};  ///< whose paths or curves
};

/// Where the figure says which optimizer is which: an entry of the legend, the header of a pane.
struct NamePlate {
    Rect rect;
    int optimizer = 0;
};

struct Figure {
    float width = 0, height = 0;
    float unit = 1;  ///< text sizes and line widths are multiples of this many logical pixels
    std::vector<Group> groups;
    std::vector<Region> regions;
    std::vector<NamePlate> names = {};
};

}  // namespace ravine
