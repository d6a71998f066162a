// What every test of the window has: a screen, and a folder that is its home.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/e2e/driver.h"

namespace ravine_test {

class InWindow : public ::testing::Test {
protected:
    void SetUp() override;
    void TearDown() override;

    /// Opens the window; the former one is closed.
    Driver& open(const std::vector<std::string>& arguments = {});
    /// Writes `session` as the test's file and opens the window with it.
    Driver& open(const ravine::Session& session);
    void put(const std::filesystem::path& to, const std::string& text) const;

    std::filesystem::path folder, pictures, file;
    std::unique_ptr<Screen> screen;
    std::unique_ptr<Driver> window;
};

/// The opening session at a step in its midst, where nothing moves.
ravine::Session opening_at_rest();

/// The value of a hyperparameter in a session.
double value_of(const ravine::Session& session, int optimizer, const std::string& param);
double& value_of(ravine::Session& session, int optimizer, const std::string& param);

}  // namespace ravine_test
