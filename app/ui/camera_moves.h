// How the camera of the surface layout is turned, panned and zoomed, by the pointer as by the keys, and how far each may go.
#pragma once

#include "app/session/view.h"

namespace ravine {

/// Turns it by this many degrees; it stays above the ground.
void turn(Camera& camera, double azimuth, double elevation);
/// Moves the picture to the right and up, in lengths of the ground.
void pan(Camera& camera, double right, double up);
/// Comes nearer where `factor` is above 1. A place this far to the right of the middle and above it, in lengths of the ground
/// before the zoom, stays where it is seen.
void zoom(Camera& camera, double factor, double right = 0, double up = 0);
/// As it stands at first; height and spacing of the graph stay.
void put_back(Camera& camera);
/// Looks at the graph from straight above, north upwards.
void look_down(Camera& camera);

/// What a key does to the camera: up and down tilt it, Shift+arrows move the picture, + and − zoom. Left, right and Home are the
/// playback's unless the surface has the keyboard: then they turn the camera and put it back. False where the key means nothing
/// here. `key` and `modifiers` are GLFW's.
enum class Keyboard { elsewhere, on_surface };
bool move_by_key(Camera& camera, int key, int modifiers, Keyboard keyboard);

}  // namespace ravine
