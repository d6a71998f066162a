// Session + Runs → Figure.
#pragma once

#include <functional>
#include <memory>

#include "app/figure/figure.h"
#include "app/figure/type.h"
#include "app/session/simulation.h"

namespace ravine {

struct FigureRequest {
    float width = 1280, height = 720;  ///< logical pixels
    float unit = 1;                    ///< size of text and lines; 1 suits a 1280 × 720 figure
    float pixel_ratio = 1;             ///< device pixels per logical pixel: the resolution of fields
    float step = -1;                   ///< playback position between two steps; < 0: session.view.step
    /// The window shows title and objective in its own panels and clears itself to the theme's colour; a document says everything
    /// itself and brings its ground with it.
    enum class Purpose { window, document } purpose = Purpose::document;
    /// While the camera turns, paths on the surface may be coarser.
    enum class Motion { still, turning } motion = Motion::still;
    enum class Ground { theme, transparent } ground = Ground::theme;  ///< what a document stands on
};

/// A place on a curve pane of a composed figure.
struct CurvePointer {
    Region curve;
    Pixel at;
};

/// The unit that makes a document of this size legible on a slide.
float document_unit(float width, float height);

/// Composes figures. A pure function of its arguments with a memory for what is costly: level grids, simplified paths.
class Composer {
public:
    Composer();
    ~Composer();
    Composer(Composer&&) noexcept;
    Composer& operator=(Composer&&) noexcept;

    /// For a window: fields that take longer than a frame are coarse at first. `wake` is called, from another thread, when
    /// composing again would give a finer one. Without this every figure is whole.
    void refine_beside(std::function<void()> wake);
    /// Whether a finer field is on its way.
    bool is_refining() const;

    Figure compose(const Session& session, const Runs& runs, const FigureRequest& request, const TextMetrics& metrics);

    /// What is shown over that figure while the pointer is on one of its curves: what the curves say at the step there.
    Figure read_out(const Session& session, const Runs& runs, const FigureRequest& request, const TextMetrics& metrics,
                    const CurvePointer& at);

private:
    struct Memory;
    std::unique_ptr<Memory> memory_;
};

}  // namespace ravine
