#include "app/ui/files.h"

#define GLFW_INCLUDE_NONE
#include <stdexcept>
#include <string>

#include <GLFW/glfw3.h>
#include <fmt/format.h>

#include "app/export/map_picture.h"
#include "app/ui/attempt.h"
#include "app/ui/export_dialog.h"
#include "app/ui/quit_dialog.h"

namespace ravine {

void Files::open(const std::filesystem::path& file) {
    attempt(bench_.messages, [&] {
        bench_.open(file);
        remember_file(settings_, file);
    });
}

/// The message says what was expected before it says why this is not that.
void Files::open_dropped(const std::filesystem::path& file) {
    attempt(bench_.messages, [&] {
        try {
            bench_.open(file);
        } catch (const std::exception& e) {
            throw std::runtime_error(fmt::format("Expected a session, as Save writes it, but {}", e.what()));
        }
        remember_file(settings_, file);
    });
}

void Files::ask_what_to_open() { dialog_.show(FileDialog::Purpose::open, settings_.session_folder, {}); }

void Files::save() {
    if (bench_.file().empty()) {
        ask_where_to_save();
    } else {
        save(bench_.file());
    }
}

void Files::save(const std::filesystem::path& file) {
    attempt(bench_.messages, [&] {
        bench_.save(file);
        remember_file(settings_, file);
        bench_.messages.note(fmt::format("Saved to {}", file.string()), glfwGetTime());
    });
}

void Files::ask_where_to_save() {
    const std::filesystem::path& file = bench_.file();
    const std::string name = file.empty() ? bench_.session.objective + ".ravine.json" : file.filename().string();
    dialog_.show(FileDialog::Purpose::save, file.empty() ? settings_.session_folder : file.parent_path(), name);
}

void Files::export_picture() {
    attempt(bench_.messages, [&] {
        const Session session = bench_.snapshot();
        const std::filesystem::path file = free_picture_name(session, settings_.export_folder);
        write_picture(session, bench_.runs(), size_of_pictures(), fonts(), file);
        bench_.messages.note(fmt::format("Picture written to {}", file.string()), glfwGetTime());
    });
}

void Files::export_map(const LiveMap& map) {
    attempt(bench_.messages, [&] {
        const LiveMap::News news = map.news();
        const ChosenMap chosen = chosen_map(bench_.session, settings_.map);
        if (news.busy || news.result == nullptr || news.result->cell_size != 1 ||
            !fits(bench_.session, chosen.request, news.result->plan))
            throw std::runtime_error("There is no complete map to write: expected one beside the picture (Ctrl+M)");
        const std::filesystem::path file = free_map_name(bench_.session, settings_.export_folder);
        write_map_picture({bench_.session, news.result->plan, news.result->map, chosen.measure}, size_of_pictures(), fonts(),
                          file);
        bench_.messages.note(fmt::format("Map written to {}", file.string()), glfwGetTime());
    });
}

CairoFonts& Files::fonts() {
    if (!fonts_) fonts_.emplace(fonts_folder_);
    return *fonts_;
}

PictureSettings Files::size_of_pictures() const {
    return {settings_.export_width, settings_.export_height, static_cast<float>(settings_.export_scale)};
}

void Files::leave() {
    if (bench_.file().empty() || !bench_.unsaved()) {
        left_ = true;
    } else {
        quit_visible_ = true;
    }
}

void Files::draw(Ui& ui) {
    if (const auto file = dialog_.draw(ui)) {
        if (dialog_.purpose() == FileDialog::Purpose::open) {
            open(*file);
        } else {
            save(*file);
        }
    }
    if (export_dialog(ui, export_visible_) == ExportAnswer::write) export_picture();
    const QuitAnswer answer = quit_dialog(ui, quit_visible_);
    if (answer == QuitAnswer::save) save(bench_.file());
    left_ = left_ || answer == QuitAnswer::discard || (answer == QuitAnswer::save && !bench_.unsaved());
}

}  // namespace ravine
