#version 330 core
// Anti-aliased capsule with dashes that follow the path. Solid capsules overlap at the joints; where the line is translucent they end
// square, so that it does not darken there.

in vec2 place;
flat in vec2 start, end;
flat in float start_length, end_length;
flat in float start_step, end_step;

uniform float radius;
uniform vec4 line_color;
uniform float dash;        // device pixels; 0: solid
uniform float gap;
uniform float reveal;      // the step of the head
uniform float fade;        // steps behind the head; 0: none
uniform float fade_floor;

out vec4 color;

void main() {
    vec2 along = end - start;
    float span = dot(along, along);
    float t = span > 1e-12 ? dot(place - start, along) / span : 0.0;
    float inside = clamp(t, 0.0, 1.0);
    float alpha = line_color.a;
    if (fade > 0.0) alpha *= max(1.0 - (reveal - mix(start_step, end_step, inside)) / fade, fade_floor);
    if (alpha <= 0.6 && (t < 0.0 || t > 1.0)) discard;
    float coverage = clamp(radius + 0.5 - length(place - start - inside * along), 0.0, 1.0);
    if (dash > 0.0) {
        float at = mod(mix(start_length, end_length, inside), dash + gap);
        coverage *= clamp(0.5 + min(at, dash - at), 0.0, 1.0);
    }
    if (coverage <= 0.0) discard;
    color = vec4(line_color.rgb, alpha * coverage);
}
