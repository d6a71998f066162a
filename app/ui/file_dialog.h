// A dialog that asks for a session file, to open or to save; pictures open too, as they carry their session.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/ui/ui.h"

namespace ravine {

class FileDialog {
public:
    enum class Purpose { open, save };

    /// Shows the dialog from the next frame on, in `folder`, with `name` in its field.
    void show(Purpose purpose, const std::filesystem::path& folder, std::string name);
    bool visible() const { return visible_; }
    /// Draws it. Gives the file once the person has decided.
    std::optional<std::filesystem::path> draw(Ui& ui);
    Purpose purpose() const { return purpose_; }

private:
    struct Row {
        std::string name;
        bool folder;
    };
    void enter(const std::filesystem::path& folder);
    void list(Ui& ui);
    std::optional<std::filesystem::path> decided(Ui& ui);

    bool visible_ = false;
    Purpose purpose_ = Purpose::open;
    std::filesystem::path folder_;
    std::string name_;
    std::vector<Row> rows_;
    bool replace_asked_ = false;  ///< the file exists, and the person has been told
    bool lost_keyboard_ = false;  ///< the name lost it to a key that was held
};

}  // namespace ravine
