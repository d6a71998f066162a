// A camera that looks at the graph of f: world ↔ logical pixels, without perspective, so that equal lengths stay equal wherever
// they are and the level of a triangle changes evenly across it.
//
// The world: x and y as on the ground, whose longer side is 1 and whose middle is the origin; z upwards.
#pragma once

#include "app/figure/axes.h"

namespace ravine {

struct Camera;

struct World {
    float x = 0, y = 0, z = 0;
    bool operator==(const World&) const = default;
};

/// What is in view: the ground reaches from −half to half, the graph from 0 to `top`, the frame's floor lies at `floor` below it.
struct Stand {
    float half_x = 0.5F, half_y = 0.5F;
    float floor = 0, top = 1;
    bool operator==(const Stand&) const = default;
};

struct Projection {
    Pixel middle;     ///< where the world's origin is
    Pixel target;     ///< what the camera looks at: zooming leaves it where it is
    float scale = 1;  ///< logical pixels per unit
    float sin_azimuth = 0, cos_azimuth = 1, sin_elevation = 0, cos_elevation = 1;

    Pixel to_pixel(const World& w) const {
        return {middle.x + scale * right(w), middle.y - scale * (ahead(w) * sin_elevation + w.z * cos_elevation)};
    }
    /// How far away a point is, in units; larger is farther. 0 at the origin.
    float depth(const World& w) const { return ahead(w) * cos_elevation - w.z * sin_elevation; }
    /// One unit towards whoever looks.
    World toward() const { return {-sin_azimuth * cos_elevation, -cos_azimuth * cos_elevation, sin_elevation}; }
    /// The point at this height that is seen at `p`. The camera does not look along the ground: sin_elevation > 0.
    World at_height(Pixel p, float z) const;

    /// A point's distance to the right of the origin and ahead of it, along the ground.
    float right(const World& w) const { return w.x * cos_azimuth - w.y * sin_azimuth; }
    float ahead(const World& w) const { return w.x * sin_azimuth + w.y * cos_azimuth; }

    bool operator==(const Projection&) const = default;
};

/// The camera's view of `stand` in `rect`. At zoom 1 all of it is in view, whichever way it is turned, and turning does not
/// change its size, as long as it is not panned.
Projection projection(const Camera& camera, const Stand& stand, const Rect& rect);

/// The part of from..to within `rect`. False where there is none.
bool clip_segment(const Rect& rect, Pixel& from, Pixel& to);

}  // namespace ravine
