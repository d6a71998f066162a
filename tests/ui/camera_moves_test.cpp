// How the camera of the surface layout moves.
#include "app/ui/camera_moves.h"

#include <cmath>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include "app/figure/projection.h"

using namespace ravine;

namespace {

constexpr Rect pane{100, 50, 900, 650};

Projection seen(const Camera& camera) {
    return projection(camera, {0.5F, 0.4F, -0.1F, static_cast<float>(camera.stretch)}, pane);
}

/// The camera after some keys, each with or without Shift.
Camera after(std::initializer_list<int> keys, int modifiers = 0, Keyboard keyboard = Keyboard::on_surface) {
    Camera camera;
    for (const int key : keys) EXPECT_TRUE(move_by_key(camera, key, modifiers, keyboard));
    return camera;
}

}  // namespace

TEST(CameraMoves, StayAboveTheGroundAndWithinReach) {
    Camera camera;
    for (const double sign : {1.0, -1.0})
        for (int k = 0; k < 400; ++k) {
            turn(camera, 7 * sign, 11 * sign);
            pan(camera, 0.3 * sign, -0.3 * sign);
            zoom(camera, sign > 0 ? 1.3 : 0.7, 0.4, 0.2);
            EXPECT_LE(std::abs(camera.azimuth), 180);
            EXPECT_GE(camera.elevation, 5);
            EXPECT_LE(camera.elevation, 90);
            EXPECT_LE(std::max(std::abs(camera.pan_x), std::abs(camera.pan_y)), 1);
            EXPECT_GE(camera.zoom, 0.3);
            EXPECT_LE(camera.zoom, 5);
        }
}

TEST(CameraMoves, ZoomAtAPlaceThatStaysWhereItIsSeen) {
    Camera camera;
    camera.pan_x = 0.1;
    const World place{0.2F, 0.1F, 0.3F};
    const Projection before = seen(camera);
    const Pixel at = before.to_pixel(place);
    zoom(camera, 1.5, static_cast<double>((at.x - before.target.x) / before.scale),
         static_cast<double>((before.target.y - at.y) / before.scale));
    EXPECT_NEAR(seen(camera).scale / before.scale, 1.5, 1e-5);
    EXPECT_NEAR(seen(camera).to_pixel(place).x, at.x, 0.1);
    EXPECT_NEAR(seen(camera).to_pixel(place).y, at.y, 0.1);
}

TEST(CameraMoves, PanByLengthsOfTheGround) {
    Camera camera;
    const World place{-0.3F, 0.2F, 0.1F};
    const Pixel before = seen(camera).to_pixel(place);
    pan(camera, 0.25, 0.125);
    const Pixel now = seen(camera).to_pixel(place);
    EXPECT_NEAR(now.x - before.x, 0.25F * seen(camera).scale, 0.01);
    EXPECT_NEAR(before.y - now.y, 0.125F * seen(camera).scale, 0.01);
}

TEST(CameraMoves, FollowKeys) {
    const Camera first;
    EXPECT_GT(after({GLFW_KEY_RIGHT}).azimuth, first.azimuth);
    EXPECT_EQ(after({GLFW_KEY_RIGHT, GLFW_KEY_LEFT}), first);
    EXPECT_GT(after({GLFW_KEY_UP}).elevation, first.elevation);
    EXPECT_GT(after({GLFW_KEY_RIGHT}, GLFW_MOD_SHIFT).pan_x, 0);
    EXPECT_LT(after({GLFW_KEY_DOWN}, GLFW_MOD_SHIFT).pan_y, 0);
    EXPECT_GT(after({GLFW_KEY_EQUAL}, GLFW_MOD_SHIFT).zoom, 1);
    EXPECT_LT(after({GLFW_KEY_MINUS}).zoom, 1);
    EXPECT_EQ(after({GLFW_KEY_UP, GLFW_KEY_LEFT, GLFW_KEY_KP_ADD, GLFW_KEY_HOME}), first);
}

TEST(CameraMoves, LeaveOtherKeysAndThoseOfThePlaybackAlone) {
    const Camera first;
    Camera camera;
    for (const int key : {GLFW_KEY_LEFT, GLFW_KEY_RIGHT, GLFW_KEY_HOME})
        EXPECT_FALSE(move_by_key(camera, key, 0, Keyboard::elsewhere)) << key;
    for (const Keyboard keyboard : {Keyboard::elsewhere, Keyboard::on_surface}) {
        for (const int key : {GLFW_KEY_SPACE, GLFW_KEY_END, GLFW_KEY_L, GLFW_KEY_PAGE_UP})
            EXPECT_FALSE(move_by_key(camera, key, 0, keyboard)) << key;
        for (const int key : {GLFW_KEY_UP, GLFW_KEY_EQUAL, GLFW_KEY_MINUS, GLFW_KEY_RIGHT})
            EXPECT_FALSE(move_by_key(camera, key, GLFW_MOD_CONTROL, keyboard)) << key;
        EXPECT_FALSE(move_by_key(camera, GLFW_KEY_HOME, GLFW_MOD_SHIFT, keyboard));
    }
    EXPECT_EQ(camera, first);
}
