// Does what keys, the top bar, menus and the palette ask for, and shows the two lists of what can be asked for: F1's and the
// palette.
#pragma once

#include <vector>

#include "app/gl/window.h"
#include "app/ui/actions.h"
#include "app/ui/files.h"
#include "app/ui/frame_pacer.h"
#include "app/ui/palette.h"

namespace ravine {

class Commands {
public:
    /// What there is to work on; outlives the commands.
    struct Subjects {
        Workbench& bench;
        Settings& settings;
        gl::Window& window;
        Files& files;
        FramePacer& pacer;
        const LiveMap& map;
        const std::vector<PublishedRule>& rules;
    };
    explicit Commands(const Subjects& subjects) : on_(subjects) {}

    void perform(Action action);

    bool listing() const { return help_visible_ || palette_.visible(); }
    bool listing_keys() const { return help_visible_; }
    /// Draws the lists; what is chosen from the palette is done.
    void draw(Ui& ui);

private:
    std::vector<PaletteEntry> palette_entries();
    void jump(int direction);
    void turn(Aside what);
    void present();

    Subjects on_;
    Palette palette_;
    bool help_visible_ = false;
};

}  // namespace ravine
