#version 330 core
// Colours a grid of level numbers: flat bands between whole levels, isolines of constant width on them. One sample a pixel; the
// top row comes first, as in windows, so that the result can be copied to one row by row.
// app/paint/field_image.cpp does the same on the CPU for files; the two must agree.

uniform sampler2D levels;   // row 0 is the top row; not-a-number where f is not defined
uniform sampler2D colors;   // 256 × 1, low to high
uniform float lowest;       // the levels that the first and the last colour stand for
uniform float highest;
uniform vec4 line_color;    // alpha 0: no isolines
uniform vec4 undefined_color;
uniform float line_width;   // device pixels
uniform float relief;       // device pixels that one level is high; 0: flat

out vec4 color;

const float calm_slope = 0.35;  // levels per pixel: isolines this dense begin to fade
const float hatch_period = 12.0;
const float light = 0.22;       // of the relief

bool is_number(float b) { return (floatBitsToUint(b) & 0x7fffffffu) <= 0x7f800000u; }

float level_at(ivec2 at, float fallback) {
    float b = texelFetch(levels, clamp(at, ivec2(0), textureSize(levels, 0) - 1), 0).r;
    return is_number(b) ? b : fallback;
}

vec3 band_color(float band) {
    float t = clamp((band + 0.5 - lowest) / max(highest - lowest, 1.0), 0.0, 1.0);
    return texelFetch(colors, ivec2(int(t * 255.0 + 0.5), 0), 0).rgb;
}

void main() {
    ivec2 size = textureSize(levels, 0);
    ivec2 at = ivec2(gl_FragCoord.xy);
    float b = texelFetch(levels, at, 0).r;
    if (!is_number(b)) {
        float phase = mod(float(at.x + at.y), hatch_period);
        color = vec4(undefined_color.rgb * (phase < hatch_period * 0.5 ? 1.0 : 0.8), 1.0);
        return;
    }
    int left = max(at.x - 1, 0), right = min(at.x + 1, size.x - 1);
    int above = max(at.y - 1, 0), below = min(at.y + 1, size.y - 1);
    vec2 slope = vec2((level_at(ivec2(right, at.y), b) - level_at(ivec2(left, at.y), b)) / float(max(right - left, 1)),
                      (level_at(ivec2(at.x, below), b) - level_at(ivec2(at.x, above), b)) / float(max(below - above, 1)));
    float steep = max(length(slope), 1e-6);

    float nearest = floor(b + 0.5);
    float distance = (b - nearest) / steep;  // pixels from the nearest level, signed
    vec3 band = mix(band_color(nearest - 1.0), band_color(nearest), clamp(distance + 0.5, 0.0, 1.0));

    float rise = relief * sqrt(0.5) * (slope.x + slope.y);  // away from the upper left, where the light is
    float lit = light * rise * inversesqrt(1.0 + rise * rise);
    band = mix(band, vec3(lit > 0.0 ? 1.0 : 0.0), abs(lit));

    float coverage = clamp(0.5 * line_width + 0.5 - abs(distance), 0.0, 1.0);
    coverage *= 1.0 - smoothstep(calm_slope, 2.0 * calm_slope, steep);
    color = vec4(mix(band, line_color.rgb, coverage * line_color.a), 1.0);
}
