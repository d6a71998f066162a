#include "tests/cli/ravine_process.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ravine_test {
namespace {

std::vector<std::string> environment() {
    std::vector<std::string> variables;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const std::string_view text = *variable;
        if (text.rfind("DISPLAY=", 0) != 0 && text.rfind("WAYLAND_DISPLAY=", 0) != 0) variables.emplace_back(text);
    }
    variables.emplace_back("RAVINE=" RAVINE_EXECUTABLE);
    return variables;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> list;
    for (std::string& text : texts) list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

/// Output goes to files: a pipe that nobody empties would hold the program up.
Result run(std::vector<std::string> command, const std::filesystem::path& folder) {
    std::string pattern = (std::filesystem::temp_directory_path() / "ravine-process-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) return {};
    const std::string out = pattern + "/out", err = pattern + "/err";

    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT, 0600);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT, 0600);
    ::posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
    std::vector<std::string> variables = environment();
    pid_t child = 0;
    const int failed =
        ::posix_spawn(&child, command[0].c_str(), &actions, nullptr, pointers(command).data(), pointers(variables).data());
    ::posix_spawn_file_actions_destroy(&actions);

    Result result;
    int status = 0;
    if (failed == 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status)) result.status = WEXITSTATUS(status);
    result.out = contents(out);
    result.err = contents(err);
    std::filesystem::remove_all(pattern);
    return result;
}

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find(at, begin);
        parts.emplace_back(text.substr(begin, end - begin));
        if (end == std::string_view::npos) return parts;
        begin = end + 1;
    }
}

}  // namespace

Result ravine(const std::vector<std::string>& arguments, const std::filesystem::path& folder) {
    std::vector<std::string> command{RAVINE_EXECUTABLE};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run(command, folder);
}

Result shell(const std::string& command, const std::filesystem::path& folder) { return run({"/bin/sh", "-c", command}, folder); }

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines = split(text, '\n');
    if (lines.back().empty()) lines.pop_back();
    return lines;
}

std::vector<std::string> cells_of(std::string_view line) { return split(line, ','); }

std::string contents(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void put(const std::filesystem::path& file, std::string_view text) { std::ofstream(file, std::ios::binary) << text; }

void InFolder::SetUp() {
    std::string pattern = (std::filesystem::temp_directory_path() / "ravine-cli-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder = pattern;
}

std::size_t InFolder::files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace ravine_test
