#version 330 core
// A marker as a signed distance: fill inside, edge around it. The shapes are those of `Shape` in app/figure/figure.h, in its order,
// and app/paint/cairo_shapes.cpp draws the same outlines.

in vec2 offset;
flat in vec4 look;  // shape, radius of the circle of equal weight and width of the edge in device pixels, strength
flat in vec4 fill_of_marker;
flat in vec4 edge_of_marker;

out vec4 color;

const float pi = 3.14159265358979;

// Distance to the line from a to b, negative on the side of the origin. Beyond its ends it is the distance to the end, so that the
// edge goes around corners in an arc.
float line(vec2 p, vec2 a, vec2 b) {
    vec2 along = b - a;
    float t = clamp(dot(p - a, along) / dot(along, along), 0.0, 1.0);
    vec2 outwards = vec2(along.y, -along.x) * sign(along.y * a.x - along.x * a.y);
    return length(p - a - t * along) * (dot(p - a, outwards) < 0.0 ? -1.0 : 1.0);
}

// Folds the plane into one of `parts` equal sectors and onto half of it: x runs along its middle line, which points to `turn`
// (radians from the x axis) in one of them.
vec2 folded(vec2 p, float parts, float turn) {
    float part = 2.0 * pi / parts;
    float angle = atan(p.y, p.x) - turn;
    angle = abs(angle - part * floor(angle / part + 0.5));
    return length(p) * vec2(cos(angle), sin(angle));
}

// Distance to a regular polygon whose circumradius is `r`; one corner points to `turn`.
float polygon(vec2 p, float sides, float r, float turn) {
    float half_part = pi / sides;
    return line(folded(p, sides, turn), vec2(r, 0.0), r * cos(half_part) * vec2(cos(half_part), sin(half_part)));
}

float box(vec2 p, vec2 half_size) {
    vec2 d = abs(p) - half_size;
    return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}

float plus_sign(vec2 p, float r) { return min(box(p, vec2(1.2, 0.42) * r), box(p, vec2(0.42, 1.2) * r)); }

// Five points; the notches between them lie on a circle of 0.45 r.
float star(vec2 p, float r) {
    return line(folded(p, 5.0, -0.5 * pi), vec2(r, 0.0), 0.45 * r * vec2(cos(0.2 * pi), sin(0.2 * pi)));
}

float ring(vec2 p, float r) {
    float band = max(1.0, 0.38 * r);
    return abs(length(p) - (r - 0.5 * band)) - 0.5 * band;
}

// Two arcs back to back; `p` is mirrored onto the right one, whose middle is 0.3 r from the marker's.
float saddle(vec2 p, float r) {
    const float half_angle = 1.13;
    float band = max(1.0, 0.38 * r);
    vec2 q = vec2(1.35 * r - abs(p.x), abs(p.y));
    float bow = 1.05 * r;
    vec2 tip = bow * vec2(cos(half_angle), sin(half_angle));
    bool beside = atan(q.y, q.x) <= half_angle;
    return (beside ? abs(length(q) - bow) : length(q - tip)) - 0.5 * band;
}

float distance_to(vec2 p, int shape, float r) {
    if (shape == 1) return polygon(p, 4.0, 1.25 * r, 0.25 * pi);
    if (shape == 2) return polygon(p, 3.0, 1.4 * r, -0.5 * pi);
    if (shape == 3) return polygon(p, 4.0, 1.25 * r, 0.0);
    if (shape == 4) return polygon(p, 3.0, 1.4 * r, 0.5 * pi);
    if (shape == 5) return polygon(p, 6.0, 1.1 * r, 0.0);
    if (shape == 6) return plus_sign(p, r);
    if (shape == 7) return plus_sign(vec2(p.x + p.y, p.y - p.x) * sqrt(0.5), r);
    if (shape == 8) return star(p, 1.3 * r);
    if (shape == 9) return ring(p, r);
    if (shape == 10) return saddle(p, r);
    return length(p) - r;
}

void main() {
    float d = distance_to(offset, int(look.x + 0.5), look.y);
    float fill = clamp(0.5 - d, 0.0, 1.0) * fill_of_marker.a * look.w;
    float edge = clamp(0.5 - (d - look.z), 0.0, 1.0) * edge_of_marker.a * look.w;
    float alpha = fill + edge * (1.0 - fill);
    if (alpha <= 0.0) discard;
    color = vec4((fill_of_marker.rgb * fill + edge_of_marker.rgb * edge * (1.0 - fill)) / alpha, alpha);
}
