#include "app/session/lesson_shelf.h"

#include <algorithm>

namespace ravine {

std::vector<ShelvedLesson> lessons_in(const std::filesystem::path& folder) {
    constexpr std::string_view ending = ".ravine.json";
    std::vector<ShelvedLesson> lessons;
    std::error_code missing;
    for (const auto& entry : std::filesystem::directory_iterator(folder, missing)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(ending)) lessons.push_back({name.substr(0, name.size() - ending.size()), entry.path(), {}});
    }
    std::ranges::sort(lessons, {}, &ShelvedLesson::id);
    for (ShelvedLesson& shelved : lessons) shelved.lesson = load_lesson(shelved.file);
    return lessons;
}

}  // namespace ravine
