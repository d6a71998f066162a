#include "app/ui/gallery_entry.h"

#include <utility>

#include "engine/expression/error.h"

namespace ravine {

namespace {

constexpr std::string_view first_formula = "x^2 + 2y^2 + sin(3x) cos(2y)";

GalleryEntry formula_entry(GalleryEntry::Kind kind, const TypedObjective& formula, std::string control, std::string name) {
    return {kind, std::move(control), std::move(name), formula, &formula.info()};
}

/// The formulas that were typed before. Settings can be edited by hand: what makes no sense is left out.
std::vector<TypedObjective> remembered(const Settings& settings) {
    std::vector<TypedObjective> result;
    for (const std::string& text : settings.formulas) {
        try {
            result.emplace_back(text);
        } catch (const ExpressionError&) {
            continue;
        }
    }
    return result;
}

}  // namespace

std::vector<GalleryEntry> gallery_entries(const Session& session, const Settings& settings) {
    std::vector<GalleryEntry> entries;
    for (const ObjectiveInfo& info : objectives())
        entries.push_back({GalleryEntry::Kind::catalogue, "gallery." + std::string(info.id), std::string(info.name), {}, &info});
    const TypedObjective typed = session.formula ? *session.formula : TypedObjective(first_formula);
    entries.push_back(formula_entry(GalleryEntry::Kind::typed, typed, "gallery.formula", "Typed formula …"));
    int count = 0;
    for (const TypedObjective& formula : remembered(settings)) {
        if (formula == typed) continue;
        entries.push_back(
            formula_entry(GalleryEntry::Kind::remembered, formula, "gallery.recent" + std::to_string(count++), formula.text()));
    }
    return entries;
}

bool is_current(const GalleryEntry& entry, const Session& session) {
    if (entry.formula) return session.formula == entry.formula;
    return !session.formula && session.objective == entry.info->id;
}

void choose(const GalleryEntry& entry, Session& session) {
    if (entry.formula) {
        session.start = entry.info->start;
        session.view.box = entry.info->domain;
        choose_formula(session, *entry.formula);
    } else {
        choose_objective(session, entry.info->id);
    }
}

}  // namespace ravine
