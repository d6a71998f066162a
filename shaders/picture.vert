#version 330 core
// A rectangle of the target.

uniform vec4 rect;    // left, top, right, bottom, in device pixels from the target's top left
uniform vec2 target;  // size in device pixels

out vec2 place;

void main() {
    place = vec2((gl_VertexID & 1) == 0 ? 0.0 : 1.0, (gl_VertexID & 2) == 0 ? 0.0 : 1.0);
    vec2 pixel = mix(rect.xy, rect.zw, place);
    place.y = 1.0 - place.y;
    gl_Position = vec4(2.0 * pixel.x / target.x - 1.0, 1.0 - 2.0 * pixel.y / target.y, 0.0, 1.0);
}
