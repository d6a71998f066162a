#version 330 core
// Anti-aliased capsule with dashes that follow the path. Solid capsules overlap at the joints; where the line is translucent they end
// square, so that it does not darken there.

in vec2 place;
flat in vec4 ends;       // start and end of the segment
flat in vec4 start_end;  // length along the path at both, strength at both
flat in vec4 color_of_line;
flat in vec3 pen;        // radius, dash (0: solid), gap

uniform float fade_floor;

out vec4 color;

void main() {
    vec2 start = ends.xy;
    vec2 along = ends.zw - start;
    float span = dot(along, along);
    float t = span > 1e-12 ? dot(place - start, along) / span : 0.0;
    float inside = clamp(t, 0.0, 1.0);
    float alpha = color_of_line.a * max(mix(start_end.z, start_end.w, inside), fade_floor);
    if (alpha <= 0.6 && (t < 0.0 || t > 1.0)) discard;
    float coverage = clamp(pen.x + 0.5 - length(place - start - inside * along), 0.0, 1.0);
    if (pen.y > 0.0) {
        float at = mod(mix(start_end.x, start_end.y, inside), pen.y + pen.z);
        coverage *= clamp(0.5 + min(at, pen.y - at), 0.0, 1.0);
    }
    if (coverage <= 0.0) discard;
    color = vec4(color_of_line.rgb, alpha * coverage);
}
