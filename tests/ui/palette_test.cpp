// The command palette's search.
#include "app/ui/palette.h"

#include <gtest/gtest.h>

#include "app/ui/palette_entries.h"

using namespace ravine;

namespace {

std::vector<std::string> labels(const std::vector<PaletteEntry>& entries, std::string_view query) {
    std::vector<std::string> out;
    for (const std::size_t place : found(entries, query)) out.push_back(entries[place].label);
    return out;
}

}  // namespace

TEST(Palette, PutsLabelsThatBeginWithTheQueryFirst) {
    const std::vector<PaletteEntry> entries{
        {"Save under another name", "", {}}, {"Undo", "", {}}, {"Theme: under", "", {}}, {"Thunder", "", {}}, {"Under", "", {}}};
    EXPECT_EQ(labels(entries, "UND"),
              (std::vector<std::string>{"Undo", "Under", "Save under another name", "Theme: under", "Thunder"}));
    EXPECT_EQ(labels(entries, "name save"), (std::vector<std::string>{"Save under another name"}));
    EXPECT_EQ(labels(entries, " ").size(), entries.size());
    EXPECT_TRUE(labels(entries, "xyz").empty());
}

TEST(Palette, FindsEveryObjectiveAndOptimizerByItsName) {
    Workbench bench{opening_session()};
    Settings settings;
    const std::vector<PaletteEntry> entries = session_entries({bench, settings}, {});
    for (const ObjectiveInfo& info : objectives()) {
        const std::vector<std::string> hits = labels(entries, "objective " + std::string(info.name));
        ASSERT_FALSE(hits.empty()) << info.name;
        EXPECT_EQ(hits.front(), "Objective: " + std::string(info.name));
    }
    for (const OptimizerInfo& info : optimizers()) {
        const std::vector<std::string> hits = labels(entries, "add optimizer: " + std::string(info.name));
        ASSERT_FALSE(hits.empty()) << info.name;
        EXPECT_EQ(hits.front(), "Add optimizer: " + std::string(info.name));
    }
}

TEST(Palette, EditsTheSessionItWasMadeFor) {
    Workbench bench{opening_session()};
    Settings settings;
    for (const PaletteEntry& entry : session_entries({bench, settings}, {})) {
        if (entry.label == "Objective: Himmelblau's function" || entry.label == "Theme: light" ||
            entry.label == "Add optimizer: Adam") {
            entry.run();
        }
    }
    EXPECT_EQ(bench.session.objective, "himmelblau");
    EXPECT_EQ(bench.session.view.theme, ThemeName::light);
    EXPECT_EQ(bench.session.optimizers.back().id, "adam");
}
