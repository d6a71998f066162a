#include "app/ui/camera_moves.h"

#define GLFW_INCLUDE_NONE
#include <algorithm>
#include <cmath>

#include <GLFW/glfw3.h>

namespace ravine {

namespace {

constexpr double lowest_elevation = 5, highest_elevation = 90, least_zoom = 0.3, most_zoom = 5, farthest_pan = 1;
constexpr double degrees_per_key = 5, pan_per_key = 0.05, zoom_per_key = 1.18;

/// Nobody sees less, and files say what was meant.
double tenths(double degrees) { return std::round(degrees * 10) / 10; }
/// Less than a pixel, however near the camera is.
double fine(double length) { return std::round(length * 1e5) / 1e5; }

double panned(double from, double by) { return fine(std::clamp(from + by, -farthest_pan, farthest_pan)); }

struct Direction {
    int right = 0, up = 0;
};

Direction direction_of(int key) {
    switch (key) {
        case GLFW_KEY_LEFT:
            return {-1, 0};
        case GLFW_KEY_RIGHT:
            return {1, 0};
        case GLFW_KEY_UP:
            return {0, 1};
        case GLFW_KEY_DOWN:
            return {0, -1};
        default:
            return {};
    }
}

/// 1: nearer, −1: farther. On many keyboards + is Shift+=.
int nearer(int key) {
    if (key == GLFW_KEY_EQUAL || key == GLFW_KEY_KP_ADD) return 1;
    return key == GLFW_KEY_MINUS || key == GLFW_KEY_KP_SUBTRACT ? -1 : 0;
}

}  // namespace

void turn(Camera& camera, double azimuth, double elevation) {
    camera.azimuth = tenths(std::remainder(camera.azimuth + azimuth, 360.0));
    camera.elevation = tenths(std::clamp(camera.elevation + elevation, lowest_elevation, highest_elevation));
}

void pan(Camera& camera, double right, double up) {
    camera.pan_x = panned(camera.pan_x, right);
    camera.pan_y = panned(camera.pan_y, up);
}

void zoom(Camera& camera, double factor, double right, double up) {
    const double before = camera.zoom;
    camera.zoom = std::clamp(before * factor, least_zoom, most_zoom);
    // What was `right` units away is that many units of the new size away: the difference is panned.
    const double shrunk = before / camera.zoom - 1;
    pan(camera, right * shrunk, up * shrunk);
}

void put_back(Camera& camera) {
    const Camera first;
    camera.azimuth = first.azimuth;
    camera.elevation = first.elevation;
    camera.zoom = first.zoom;
    camera.pan_x = first.pan_x;
    camera.pan_y = first.pan_y;
}

void look_down(Camera& camera) {
    camera.azimuth = 0;
    camera.elevation = highest_elevation;
}

bool move_by_key(Camera& camera, int key, int modifiers, Keyboard keyboard) {
    const bool shift = modifiers == GLFW_MOD_SHIFT;
    if (modifiers != 0 && !shift) return false;
    if (const int direction = nearer(key); direction != 0) {
        zoom(camera, direction > 0 ? zoom_per_key : 1 / zoom_per_key);
        return true;
    }
    const Direction towards = direction_of(key);
    const bool is_home = key == GLFW_KEY_HOME && !shift, sideways = towards.right != 0;
    if (!is_home && !sideways && towards.up == 0) return false;
    if (shift) {
        pan(camera, pan_per_key * towards.right / camera.zoom, pan_per_key * towards.up / camera.zoom);
        return true;
    }
    if ((is_home || sideways) && keyboard == Keyboard::elsewhere) return false;
    if (is_home)
        put_back(camera);
    else
        turn(camera, degrees_per_key * towards.right, degrees_per_key * towards.up);
    return true;
}

}  // namespace ravine
