// Where objectives are chosen: a picture of each, over the stage. Typing searches, tags filter, arrows or the pointer move the
// focus, Enter or a click chooses, Esc leaves.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/objective_search.h"
#include "app/ui/thumbnails.h"
#include "app/ui/ui.h"

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

class Gallery {
public:
    /// `wake` has a frame drawn; it is called from another thread.
    explicit Gallery(std::function<void()> wake) : thumbnails_(std::move(wake)) {}

    /// It opens when it is next drawn.
    void open() { asked_ = true; }
    bool visible() const { return visible_; }
    /// Within `area`, in pixels.
    void draw(Ui& ui, const Rect& area);

private:
    using Shown = std::vector<const GalleryEntry*>;

    void begin(const Ui& ui);
    ImVec2 size(const Ui& ui, const Rect& area);
    void header(Ui& ui);
    void search_field(Ui& ui, float width);
    void filters(Ui& ui);
    Shown shown() const;
    void refocus(const Session& session, const Shown& shown);
    void keys(const Shown& shown);
    void grid(Ui& ui, const Shown& shown);
    void card(Ui& ui, const GalleryEntry& entry, int index, ImVec2 at);
    void reveal(const Ui& ui);
    void footer(const Ui& ui, const Shown& shown) const;

    Thumbnails thumbnails_;
    std::vector<GalleryEntry> entries_;
    bool asked_ = false, visible_ = false;
    int columns_ = 1;
    std::array<char, 128> text_{};
    unsigned traits_ = 0;
    int focus_ = 0;           ///< index among the cards that are shown
    bool searched_ = false;   ///< the query changed in this frame
    bool revealing_ = false;  ///< the focus is to be scrolled into view
    const GalleryEntry* chosen_ = nullptr;
};

}  // namespace ravine
