// The command palette: everything that can be asked for, found by typing a part of its name.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/ui.h"

namespace ravine {

struct PaletteEntry {
    std::string label, detail;  ///< detail: keys, or where it belongs
    std::function<void()> run;
};

/// The places of the labels that contain every word of `query`, whatever the case: first those that begin with it, then those
/// with a word that does, then the others; in the labels' order otherwise.
std::vector<std::size_t> found(std::span<const PaletteEntry> entries, std::string_view query);

class Palette {
public:
    void show(std::vector<PaletteEntry> entries);
    bool visible() const { return visible_; }
    /// Draws it; runs what was chosen after it has closed.
    void draw(Ui& ui);

private:
    void list(Ui& ui, const std::vector<std::size_t>& places);

    std::vector<PaletteEntry> entries_;
    std::string query_;
    std::size_t marked_ = 0;  ///< among the found ones
    std::size_t chosen_ = 0;
    bool visible_ = false, decided_ = false;
};

}  // namespace ravine
