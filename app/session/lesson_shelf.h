// The lessons that come with the program.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/session/lesson_file.h"

namespace ravine {

struct ShelvedLesson {
    std::string id;  ///< the file's name without its ending: "03-adagrad-stalls"
    std::filesystem::path file;
    LessonFile lesson;
};

/// All files FOLDER/*.ravine.json, by name. Throws SessionError that names a file that is no lesson.
std::vector<ShelvedLesson> lessons_in(const std::filesystem::path& folder);

}  // namespace ravine
