// Runs the real executable and looks at what it leaves: exit status, standard output, standard error, files.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace ravine_test {

struct Result {
    int status = -1;  ///< exit status, or -1 where a signal ended it
    std::string out, err;
};

/// Runs `ravine arguments...` in `folder`, without a display.
Result ravine(const std::vector<std::string>& arguments, const std::filesystem::path& folder = ".");

/// Runs a shell command line in which "$RAVINE" is the executable.
Result shell(const std::string& command, const std::filesystem::path& folder = ".");

std::vector<std::string> lines_of(std::string_view text);
std::vector<std::string> cells_of(std::string_view line);
std::string contents(const std::filesystem::path& file);
void put(const std::filesystem::path& file, std::string_view text);

/// A test with a folder of its own.
class InFolder : public ::testing::Test {
protected:
    void SetUp() override;
    void TearDown() override { std::filesystem::remove_all(folder); }
    std::size_t files() const;

    std::filesystem::path folder;
};

}  // namespace ravine_test
