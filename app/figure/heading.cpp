// Title, formula and caption.
#include "app/figure/parts.h"
#include "app/figure/words.h"

namespace ravine {
namespace {

std::string title_of(const Session& session) {
    return session.title.empty() ? std::string(objective_of(session).info().name) : session.title;
}

float draw_title(const Sheet& sheet, const Rect& area) {
    Group& group = sheet.new_group();
    const Rect row{area.x0, area.y0, area.x1, area.y0 + sheet.units(26)};
    const float baseline = sheet.baseline(TextRole::title, row.y0, row.y1);
    const std::string title = shortened(sheet, title_of(sheet.session), TextRole::title, row.width());
    group.primitives.emplace_back(Text{{row.x0, baseline}, title, TextRole::title, sheet.theme.text, Align::left});
    const float x = row.x0 + sheet.width(title, TextRole::title) + sheet.units(16);
    const std::string formula(objective_of(sheet.session).info().formula);
    const std::string shown = shortened(sheet, "f(x, y) = " + formula, TextRole::formula, row.x1 - x);
    if (!shown.empty())
        group.primitives.emplace_back(Text{{x, baseline}, shown, TextRole::formula, sheet.theme.secondary, Align::left});
    return row.y1 + sheet.units(3);
}

}  // namespace

float draw_heading(const Sheet& sheet, const Rect& area, FigureRequest::Purpose purpose) {
    Rect row = area;
    if (purpose == FigureRequest::Purpose::document) row.y0 = draw_title(sheet, area);
    row.y1 = row.y0 + sheet.units(20);
    const std::string words = caption(sheet.session, sheet.runs, static_cast<int>(sheet.step));
    const Color color = purpose == FigureRequest::Purpose::document ? sheet.theme.secondary : sheet.theme.text;
    sheet.new_group().primitives.emplace_back(Text{{row.x0, sheet.baseline(TextRole::body, row.y0, row.y1)},
                                                   shortened(sheet, words, TextRole::body, row.width()),
                                                   TextRole::body,
                                                   color,
                                                   Align::left});
    return row.y1;
}

}  // namespace ravine
