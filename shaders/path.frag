#version 330 core
// Anti-aliased capsule with dashes that follow the path.

in vec2 place;
flat in vec2 start, end;
flat in float start_length, end_length;

uniform float radius;
uniform vec4 line_color;
uniform float dash;        // device pixels; 0: solid
uniform float gap;
uniform float round_ends;  // 1: capsules overlap at the joints; 0: they end square, so that translucent lines do not darken there

out vec4 color;

void main() {
    vec2 along = end - start;
    float span = dot(along, along);
    float t = span > 1e-12 ? dot(place - start, along) / span : 0.0;
    if (round_ends < 0.5 && (t < 0.0 || t > 1.0)) discard;
    float inside = clamp(t, 0.0, 1.0);
    float coverage = clamp(radius + 0.5 - length(place - start - inside * along), 0.0, 1.0);
    if (dash > 0.0) {
        float at = mod(mix(start_length, end_length, inside), dash + gap);
        coverage *= clamp(0.5 + min(at, dash - at), 0.0, 1.0);
    }
    if (coverage <= 0.0) discard;
    color = vec4(line_color.rgb, line_color.a * coverage);
}
