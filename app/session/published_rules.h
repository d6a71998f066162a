// The update rules that tutorials print: typed rules that come with the program.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace ravine {

struct PublishedRule {
    std::string id;      ///< the file's name without its ending: "a-rmsprop"
    std::string name;    ///< its first line
    std::string notice;  ///< its second line: what is unusual about it
    std::string text;    ///< the statements
};

/// All files FOLDER/*.rule, by name. Throws std::runtime_error that names a file that cannot be read.
std::vector<PublishedRule> published_rules(const std::filesystem::path& folder);

}  // namespace ravine
