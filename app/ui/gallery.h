// Where objectives are chosen: a picture of each, over the stage. Typing searches, tags filter, arrows or the pointer move the
// focus, Enter or a click chooses, Esc leaves.
#pragma once

#include <array>
#include <functional>
#include <vector>

#include "app/ui/gallery_entry.h"
#include "app/ui/thumbnails.h"
#include "app/ui/ui.h"

namespace ravine {

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
    void keys(const Ui& ui, const Shown& shown);
    int moved(int key, int last) const;
    void grid(Ui& ui, const Shown& shown);
    void card(Ui& ui, const GalleryEntry& entry, int index, ImVec2 at);
    void reveal(const Ui& ui);
    void footer(const Ui& ui, const Shown& shown) const;

    Thumbnails thumbnails_;
    std::vector<GalleryEntry> entries_;
    bool asked_ = false, visible_ = false;
    int columns_ = 1;
    float pitch_ = 0;  ///< from one column to the next, in pixels
    std::array<char, 128> text_{};
    unsigned traits_ = 0;
    int focus_ = 0;           ///< index among the cards that are shown
    bool searched_ = false;   ///< the query changed in this frame
    bool revealing_ = false;  ///< the focus is to be scrolled into view
    const GalleryEntry* chosen_ = nullptr;
};

}  // namespace ravine
