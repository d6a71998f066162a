// Settings on disk: written where they changed, tried once where that fails.
#include "app/ui/kept_settings.h"

#include <cstdlib>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

using namespace ravine;

namespace {

class KeptSettingsTest : public ::testing::Test {
protected:
    KeptSettingsTest() {
        std::string name = (std::filesystem::temp_directory_path() / "ravine-settings-XXXXXX").string();
        folder = mkdtemp(name.data());
    }
    ~KeptSettingsTest() override { std::filesystem::remove_all(folder); }
    KeptSettingsTest(const KeptSettingsTest&) = delete;
    KeptSettingsTest& operator=(const KeptSettingsTest&) = delete;
    KeptSettingsTest(KeptSettingsTest&&) = delete;
    KeptSettingsTest& operator=(KeptSettingsTest&&) = delete;

    std::filesystem::path folder;
};

}  // namespace

TEST_F(KeptSettingsTest, AreReadAgainAsTheyWereKept) {
    const std::filesystem::path file = folder / "settings.json";
    KeptSettings first(file);
    first.now.panel_width = 320;
    first.keep();
    EXPECT_EQ(KeptSettings(file).now, first.now);
}

TEST_F(KeptSettingsTest, AreNotWrittenWhereNothingChanged) {
    const std::filesystem::path file = folder / "settings.json";
    KeptSettings settings(file);
    settings.keep();
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(KeptSettingsTest, ThatCannotBeWrittenAreTriedOnceForEachChange) {
    std::ofstream(folder / "a file, no folder") << "x";
    KeptSettings settings(folder / "a file, no folder" / "settings.json");
    settings.now.panel_width = 320;
    EXPECT_THROW(settings.keep(), std::runtime_error);
    EXPECT_NO_THROW(settings.keep());
    settings.now.panel_width = 330;
    EXPECT_THROW(settings.keep(), std::runtime_error);
}

TEST_F(KeptSettingsTest, AreTheDefaultsWhereAFolderTakesTheirPlace) {
    std::filesystem::create_directory(folder / "settings.json");
    EXPECT_EQ(KeptSettings(folder / "settings.json").now, KeptSettings(folder / "none.json").now);
}
