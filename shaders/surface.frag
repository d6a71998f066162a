#version 330 core
// The graph of f: bands and isolines as on a field (field.frag), lit. Colours come out multiplied by their alpha.
// app/paint/surface_image.cpp does the same on the CPU for files; the two must agree.

uniform sampler2D colors;  // 256 × 1, low to high
uniform float lowest;      // the levels that the first and the last colour stand for
uniform float highest;
uniform vec4 line_color;   // alpha 0: no isolines
uniform vec4 floor_color;  // of the isolines on the floor
uniform vec4 underside;    // what the colours fade into where the surface is seen from below
uniform float line_width;  // device pixels
uniform bool on_floor;

in float level;
in float light;
in float inside;
out vec4 color;

const float calm_slope = 0.35;  // levels per pixel: isolines this dense begin to fade

vec3 band_color(float band) {
    float t = clamp((band + 0.5 - lowest) / max(highest - lowest, 1.0), 0.0, 1.0);
    return texelFetch(colors, ivec2(int(t * 255.0 + 0.5), 0), 0).rgb;
}

void main() {
    float steep = max(length(vec2(dFdx(level), dFdy(level))), 1e-6);
    float nearest = floor(level + 0.5);
    float distance = (level - nearest) / steep;  // pixels from the nearest level, signed
    float line = clamp(0.5 * line_width + 0.5 - abs(distance), 0.0, 1.0) * (1.0 - smoothstep(calm_slope, 2.0 * calm_slope, steep));
    if (on_floor) {
        color = vec4(floor_color.rgb, 1.0) * (line * floor_color.a);
        return;
    }
    vec3 band = mix(band_color(nearest - 1.0), band_color(nearest), clamp(distance + 0.5, 0.0, 1.0));
    // Around the edge runs a line that is twice as strong.
    float from_edge = inside / max(length(vec2(dFdx(inside), dFdy(inside))), 1e-6);
    float rim = clamp(line_width + 0.5 - from_edge, 0.0, 1.0);
    band = mix(band, line_color.rgb, max(line * line_color.a, min(2.0 * rim * line_color.a, rim)));
    if (gl_FrontFacing)
        band *= 0.56 + 0.54 * max(light, 0.0);
    else
        band = mix(band, underside.rgb, 0.72);
    color = vec4(min(band, 1.0), 1.0);
}
