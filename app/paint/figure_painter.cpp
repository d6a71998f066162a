#include "app/paint/figure_painter.h"

#include <cmath>

#include "app/figure/type.h"
#include "app/paint/field_painter.h"
#include "app/paint/marks.h"
#include "app/paint/path_strokes.h"
#include "app/paint/surface_image.h"
#include "app/paint/upright.h"

namespace ravine {
namespace {

class Painter {
public:
    Painter(const Figure& figure, Canvas& canvas, const Detail& detail) : figure_(figure), canvas_(canvas), detail_(detail) {}

    void paint() const {
        for (const Group& group : figure_.groups) {
            canvas_.clip(group.clip);
            for (const Primitive& p : group.primitives) std::visit([this](const auto& shape) { draw(shape); }, p);
            canvas_.unclip();
        }
    }

private:
    void draw(const FillRect& r) const { canvas_.fill(rectangle(r.rect, r.radius), r.color); }

    void draw(const StrokeRect& r) const { canvas_.stroke(rectangle(r.rect, r.radius), {{r.color}, r.width}); }

    void draw(const Lines& l) const {
        if (l.points.size() < 2) return;
        canvas_.stroke(is_upright(l) ? on_pixels(l) : polyline(l.points), {{l.color}, l.width, l.dash, l.gap});
    }

    /// A hairline between two rows of pixels would be grey on both: it moves onto one.
    Outline on_pixels(const Lines& l) const {
        Outline out = polyline(l.points);
        for (Outline::Piece& p : out.pieces) p.at = {on_pixel(p.at.x, l.width), on_pixel(p.at.y, l.width)};
        return out;
    }

    /// Where the middle of an axis-parallel line of this width covers whole device pixels.
    double on_pixel(double v, float width) const {
        const auto scale = static_cast<double>(detail_.scale);
        const long pixels = std::lround(width * detail_.scale);
        return (pixels % 2 != 0 ? std::floor(v * scale) + 0.5 : std::round(v * scale)) / scale;
    }

    void draw(const Polygon& p) const { canvas_.fill(polygon(p.corners), p.color); }
    void draw(const Text& t) const { canvas_.text(t, text_size(t.role) * figure_.unit); }
    void draw(const Marker& m) const { draw_marker(canvas_, m); }
    void draw(const Field& f) const { draw_field(canvas_, f, detail_); }
    void draw(const Path& p) const { draw_path(canvas_, p); }

    void draw(const Surface& s) const {
        if (!s.mesh || !s.style) return;
        const auto [width, height] = surface_size(s, detail_.scale);
        const Rect pixels{s.rect.x0, s.rect.y0, s.rect.x0 + static_cast<float>(width) / detail_.scale,
                          s.rect.y0 + static_cast<float>(height) / detail_.scale};
        canvas_.image(
            s, [&] { return surface_image(s, detail_.scale); }, pixels, Canvas::Sampling::nearest);
    }

    const Figure& figure_;
    Canvas& canvas_;
    Detail detail_;
};

}  // namespace

void paint_figure(const Figure& figure, Canvas& canvas, const Detail& detail) { Painter(figure, canvas, detail).paint(); }

}  // namespace ravine
