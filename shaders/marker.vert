#version 330 core
// A square that holds one marker. Everything is in device pixels, y down.

// Four vertices with the same numbers make one quad; the index tells which corner each is.
layout(location = 0) in vec4 at;  // x, y, length along the path, step

uniform vec2 origin;
uniform float scale;
uniform vec2 target;
uniform float extent;  // half of the square's side
uniform float reveal;
uniform float fade;  // steps behind the one revealed last; 0: none
uniform float fade_floor;
uniform int shape;
uniform float radius;      // of the circle of equal weight, device pixels
uniform float edge_width;
uniform vec4 fill_color;
uniform vec4 edge_color;

// As in path.vert, what differs between markers is not a uniform of the fragment shader.
out vec2 offset;     // from the marker's centre
flat out vec4 look;  // shape, radius, width of the edge, strength
flat out vec4 fill_of_marker;
flat out vec4 edge_of_marker;

void main() {
    vec2 corner = vec2((gl_VertexID & 1) == 0 ? -1.0 : 1.0, (gl_VertexID & 2) == 0 ? -1.0 : 1.0);
    offset = extent * corner;
    float strength = fade > 0.0 ? max(1.0 - (reveal - at.w) / fade, fade_floor) : 1.0;
    look = vec4(float(shape), radius, edge_width, strength);
    fill_of_marker = fill_color;
    edge_of_marker = edge_color;
    vec2 place = origin + scale * at.xy + offset;
    gl_Position = at.w <= reveal ? vec4(2.0 * place.x / target.x - 1.0, 1.0 - 2.0 * place.y / target.y, 0.0, 1.0)
                                 : vec4(-2.0, -2.0, 0.0, 1.0);
}
