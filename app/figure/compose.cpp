#include "app/figure/compose.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/figure/parts.h"
#include "app/session/median.h"

namespace ravine {

float document_unit(float width, float height) { return std::max(0.6F, std::min(width / 1280, height / 720)); }

struct Composer::Memory : FigureMemory {
    Casting casting;
};

Composer::Composer() : memory_(std::make_unique<Memory>()) {}
Composer::~Composer() = default;
Composer::Composer(Composer&&) noexcept = default;
Composer& Composer::operator=(Composer&&) noexcept = default;

void Composer::refine_beside(std::function<void()> wake) { memory_->refine_beside(std::move(wake)); }
bool Composer::is_refining() const { return memory_->is_refining(); }

Figure Composer::read_out(const Session& session, const Runs& runs, const FigureRequest& request, const TextMetrics& metrics,
                          const CurvePointer& at) {
    Figure figure{request.width, request.height, request.unit, {}, {}};
    const Cast& cast = memory_->casting.of(session, runs);
    const Sheet sheet{session, cast.runs,    theme(session.view.theme), metrics, *memory_,
                      figure,  request.unit, request.pixel_ratio};
    draw_curve_readout(sheet, at.curve, at.at);
    return figure;
}

Figure Composer::compose(const Session& session, const Runs& runs, const FigureRequest& request, const TextMetrics& metrics) {
    Figure figure{request.width, request.height, request.unit, {}, {}};
    const Theme& colors = theme(session.view.theme);
    const float step = request.step < 0 ? static_cast<float>(session.view.step) : request.step;
    memory_->begin_frame();
    const Cast& cast = memory_->casting.of(session, runs);
    const Sheet sheet{session,
                      cast.runs,
                      colors,
                      metrics,
                      *memory_,
                      figure,
                      request.unit,
                      request.pixel_ratio,
                      std::clamp(step, 0.0F, static_cast<float>(last_step(cast.runs))),
                      cast.places};
    if (request.purpose == FigureRequest::Purpose::document) {
        sheet.new_group().primitives.emplace_back(FillRect{{0, 0, request.width, request.height}, colors.window, 0});
    }
    if (session.view.layout == Layout::compare)
        compose_compare(sheet, request);
    else if (session.view.layout == Layout::surface)
        compose_surface(sheet, request);
    else if (session.view.layout == Layout::grid)
        compose_grid(sheet, request);
    else
        compose_single(sheet, request);
    memory_->end_frame();
    return figure;
}

}  // namespace ravine
