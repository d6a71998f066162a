// Who gets a key: the text field, the dialog, the presentation, or an action.
#include "app/ui/keys.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

using namespace ravine;

namespace {

constexpr KeyPress space{GLFW_KEY_SPACE, 0}, escape{GLFW_KEY_ESCAPE, 0}, f1{GLFW_KEY_F1, 0}, f11{GLFW_KEY_F11, 0},
    tab{GLFW_KEY_TAB, 0}, back_tab{GLFW_KEY_TAB, GLFW_MOD_SHIFT}, save{GLFW_KEY_S, GLFW_MOD_CONTROL};

std::vector<Action> actions(std::initializer_list<KeyPress> pressed, const KeyTakers& takers = {}) {
    const std::vector<KeyPress> keys(pressed);
    return meanings_of(keys, takers, Focus{}).actions;
}

/// Without the keys that mean nothing by themselves.
std::vector<Action> deeds(std::initializer_list<KeyPress> pressed, const KeyTakers& takers = {}) {
    std::vector<Action> all = actions(pressed, takers);
    std::erase(all, Action::none);
    return all;
}

using Actions = std::vector<Action>;

}  // namespace

TEST(Keys, AskForActionsInTheirOrder) {
    EXPECT_EQ(deeds({space, save, space}), (Actions{Action::play_or_pause, Action::save, Action::play_or_pause}));
}

TEST(Keys, BelongToATextFieldUnlessTheyHaveNoMeaningThere) {
    EXPECT_EQ(deeds({space, save}, {.typing = true}), Actions{Action::save});
}

TEST(Keys, AskForNothingBelowADialog) { EXPECT_EQ(deeds({space, save, f1, f11}, {.dialog = true}), Actions{}); }

TEST(Keys, CloseTheirOwnListOnce) { EXPECT_EQ(deeds({space, f1, f1}, {.dialog = true, .help = true}), Actions{Action::help}); }

TEST(Keys, EndAPresentationByEscButNotBelowADialog) {
    EXPECT_EQ(deeds({escape, escape}, {.presenting = true}), Actions{Action::present});
    EXPECT_EQ(deeds({f11, escape}), (Actions{Action::present, Action::present}));
    EXPECT_EQ(deeds({escape}, {.dialog = true, .presenting = true}), Actions{});
    EXPECT_EQ(deeds({escape}), Actions{});
}

TEST(Keys, MoveTheFocusByTab) {
    const std::vector<KeyPress> pressed{tab, tab, tab, back_tab};
    const KeyMeanings meant = meanings_of(pressed, {}, Focus{});
    EXPECT_EQ(meant.focus.tabs, 2);
    EXPECT_TRUE(meant.actions.empty());
    EXPECT_EQ(meanings_of(pressed, {.typing = true}, Focus{}).focus.tabs, 0);
}

TEST(Keys, AreAllToldToWhoeverReadsThem) {
    const std::vector<KeyPress> pressed{space, escape};
    const KeyMeanings meant = meanings_of(pressed, {.typing = true, .dialog = true}, Focus{});
    EXPECT_EQ(meant.codes, (std::vector<int>{GLFW_KEY_SPACE, GLFW_KEY_ESCAPE}));
    EXPECT_TRUE(meant.escape);
}

TEST(Keys, MoveTheCameraOfTheSurfaceWhereNobodyElseWantsThem) {
    const std::vector<KeyPress> pressed{{GLFW_KEY_UP, 0}, {GLFW_KEY_LEFT, GLFW_MOD_SHIFT}, {GLFW_KEY_LEFT, 0}};
    const KeyMeanings meant = meanings_of(pressed, {.surface = true}, Focus{});
    EXPECT_EQ(meant.camera.size(), 2U);
    EXPECT_EQ(meant.actions, Actions{Action::step_back});
    EXPECT_TRUE(meanings_of(pressed, {}, Focus{}).camera.empty());
    EXPECT_TRUE(meanings_of(pressed, {.typing = true, .surface = true}, Focus{}).camera.empty());
    EXPECT_TRUE(meanings_of(pressed, {.dialog = true, .surface = true}, Focus{}).camera.empty());
}

TEST(Keys, AskForAMenuWithoutAnyOtherMeaning) {
    for (const KeyPress& press : {KeyPress{GLFW_KEY_MENU, 0}, KeyPress{GLFW_KEY_F10, GLFW_MOD_SHIFT}}) {
        const KeyMeanings meant = meanings_of(std::vector<KeyPress>{press}, {}, Focus{});
        EXPECT_TRUE(meant.focus.menu);
        EXPECT_TRUE(meant.actions.empty());
        EXPECT_FALSE(meanings_of(std::vector<KeyPress>{press}, {.typing = true}, Focus{}).focus.menu);
    }
}

TEST(Keys, GoThroughAListByUpAndDownBeforeTheyTurnTheSurface) {
    const std::vector<KeyPress> pressed{{GLFW_KEY_DOWN, 0}, {GLFW_KEY_DOWN, 0}, {GLFW_KEY_UP, 0}};
    Focus in_list;
    in_list.hold_list();
    const KeyMeanings meant = meanings_of(pressed, {.surface = true}, in_list);
    EXPECT_EQ(meant.focus.tabs, 1);
    EXPECT_TRUE(meant.camera.empty());
}
