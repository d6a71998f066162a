// Opening, saving, exporting and leaving: what happens to files, with the dialogs that ask about them and the messages that say
// how it went.
#pragma once

#include <filesystem>
#include <optional>

#include "app/export/picture.h"
#include "app/paint/cairo_painter.h"
#include "app/ui/file_dialog.h"
#include "app/ui/ui.h"

namespace ravine {

class Files {
public:
    /// `fonts`: the folder of those that exported pictures are written with.
    Files(Workbench& bench, Settings& settings, std::filesystem::path fonts)
        : bench_(bench), settings_(settings), fonts_folder_(std::move(fonts)) {}

    void open(const std::filesystem::path& file);
    /// The same for what was dropped on the window, which may be anything.
    void open_dropped(const std::filesystem::path& file);
    void ask_what_to_open();
    /// To the session's own file; without one, asks for it.
    void save();
    void ask_where_to_save();
    /// With the size and into the folder that the settings say.
    void export_picture();
    /// The map that is shown, in the size of the pictures.
    void export_map(const LiveMap& map);
    void ask_how_to_export() { export_visible_ = true; }
    /// The person wants to leave: at once, or after a question where a file's changes would be lost.
    void leave();
    bool left() const { return left_; }

    bool asking() const { return dialog_.visible() || export_visible_ || quit_visible_; }
    bool asking_how_to_export() const { return export_visible_; }
    /// Draws the dialogs and does what they say.
    void draw(Ui& ui);

private:
    void save(const std::filesystem::path& file);
    CairoFonts& fonts();
    PictureSettings size_of_pictures() const;

    Workbench& bench_;
    Settings& settings_;
    std::filesystem::path fonts_folder_;
    std::optional<CairoFonts> fonts_;
    FileDialog dialog_;
    bool export_visible_ = false, quit_visible_ = false, left_ = false;
};

}  // namespace ravine
