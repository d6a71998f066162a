#include "app/session/published_rules.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace ravine {
namespace {

/// Takes the first line off, without the sign of a comment.
std::string comment_line(std::string& text) {
    const std::size_t end = text.find('\n');
    std::string line = text.substr(0, end);
    text.erase(0, end == std::string::npos ? end : end + 1);
    line.erase(0, std::min(line.size(), line.find_first_not_of("# ")));
    return line;
}

PublishedRule read(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::string text(std::istreambuf_iterator<char>(in), {});
    if (!in) throw std::runtime_error("cannot read the rule '" + file.string() + "'");
    PublishedRule rule;
    rule.id = file.stem().string();
    rule.name = comment_line(text);
    rule.notice = comment_line(text);
    while (!text.empty() && text.back() == '\n') text.pop_back();
    rule.text = std::move(text);
    return rule;
}

}  // namespace

std::vector<PublishedRule> published_rules(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code missing;
    for (const auto& entry : std::filesystem::directory_iterator(folder, missing))
        if (entry.path().extension() == ".rule") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<PublishedRule> rules;
    for (const auto& file : files) rules.push_back(read(file));
    return rules;
}

}  // namespace ravine
