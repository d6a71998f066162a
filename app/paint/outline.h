// Shapes as straight lines and arcs of circles, in logical pixels: what canvases fill and stroke.
#pragma once

#include <span>
#include <vector>

#include "app/figure/axes.h"
#include "engine/geometry.h"

namespace ravine {

struct Outline {
    struct Piece {
        enum class Kind { move, line, arc, close } kind = Kind::move;
        Point at;                             ///< where it leads to; of an arc: its middle
        double radius = 0, from = 0, to = 0;  ///< of an arc, from < to: radians, clockwise from the right
    };
    std::vector<Piece> pieces;

    void move_to(Point at) { pieces.push_back({Piece::Kind::move, at}); }
    void line_to(Point at) { pieces.push_back({Piece::Kind::line, at}); }
    /// After a straight line from where the outline is to the arc's beginning.
    void arc(Point middle, double radius, double from, double to) {
        pieces.push_back({Piece::Kind::arc, middle, radius, from, to});
    }
    void close() { pieces.push_back({Piece::Kind::close, {}}); }

    void add_polyline(std::span<const Point> points);
    void add_polygon(std::span<const Point> corners);
    /// A piece of a circle that begins where nothing was before; all of it where it is a turn long.
    void add_arc(Point middle, double radius, double from, double to);
    void add_circle(Point middle, double radius);
};

/// Where an arc begins or ends.
Point on_circle(Point middle, double radius, double angle);

Outline polyline(std::span<const Pixel> points);
Outline polygon(std::span<const Pixel> corners);
/// Corners as round as the rectangle allows.
Outline rectangle(const Rect& rect, float radius = 0);

}  // namespace ravine
