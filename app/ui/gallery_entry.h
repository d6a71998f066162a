// What the gallery offers: the catalogue, a formula to type, and formulas that were typed before.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/session.h"
#include "app/ui/settings.h"

namespace ravine {

/// The field in the objective panel that a typed formula is edited in.
inline constexpr std::string_view formula_field_id = "objective.formula";

/// One card.
struct GalleryEntry {
    enum class Kind {
        catalogue,
        typed,       ///< leads to the field for a formula
        remembered,  ///< a formula that was typed before
    } kind = Kind::catalogue;
    std::string control;                    ///< "gallery.rosenbrock"
    std::string name;                       ///< below the picture
    std::optional<TypedObjective> formula;  ///< but for the catalogue
    const ObjectiveInfo* info = nullptr;    ///< of the catalogue or of the formula

    Objective objective() const { return formula ? Objective(*formula) : Objective(info->id); }
};

/// Whether the session shows what the card stands for.
bool is_current(const GalleryEntry& entry, const Session& session);
/// Puts what the card stands for into the session, with its start and view.
void choose(const GalleryEntry& entry, Session& session);

/// All cards, in the order in which they are shown.
std::vector<GalleryEntry> gallery_entries(const Session& session, const Settings& settings);

}  // namespace ravine
