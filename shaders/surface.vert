#version 330 core
// A vertex of the graph of f. app/figure/projection.h and app/paint/surface_image.cpp do the same on the CPU.

layout(location = 0) in vec3 place;   // x and y on the ground, z from 0 to 1
layout(location = 1) in vec2 slopes;  // of z
layout(location = 2) in float level_here;

uniform vec2 azimuth;    // sine and cosine
uniform vec2 elevation;  // sine and cosine
uniform vec2 middle;     // where the world's origin is, in device pixels from the target's top left
uniform vec2 target;     // size in device pixels
uniform float scale;     // device pixels per unit
uniform float height;    // of the graph
uniform float floor_at;  // z of the floor
uniform vec2 half_ground;  // its half sides
uniform bool on_floor;   // the graph's shadow on the floor instead of the graph

out float level;
out float light;
out float inside;  // how far from the ground's edge

// In the camera's frame: from the left, from above, from before. surface_image.cpp has the same numbers.
const vec3 lamp = vec3(-0.4767, 0.5721, 0.6674);

float lambert() {
    vec3 n = normalize(vec3(-height * slopes, 1.0));
    float ahead = n.x * azimuth.x + n.y * azimuth.y;
    vec3 seen = vec3(n.x * azimuth.y - n.y * azimuth.x, ahead * elevation.x + n.z * elevation.y,
                     n.z * elevation.x - ahead * elevation.y);
    return dot(seen, lamp);
}

void main() {
    level = level_here;
    light = lambert();
    inside = min(half_ground.x - abs(place.x), half_ground.y - abs(place.y));
    float z = on_floor ? floor_at : height * place.z;
    float ahead = place.x * azimuth.x + place.y * azimuth.y;
    vec2 pixel = middle + scale * vec2(place.x * azimuth.y - place.y * azimuth.x, -(ahead * elevation.x + z * elevation.y));
    float depth = ahead * elevation.y - z * elevation.x;
    // Nothing in the world is farther from its origin than four units.
    gl_Position = vec4(2.0 * pixel.x / target.x - 1.0, 1.0 - 2.0 * pixel.y / target.y, 0.25 * depth, 1.0);
}
