#version 330 core
// One segment of a path as a rectangle that holds its capsule. Everything is in device pixels, y down.

// Four vertices with the same numbers make one quad; the index tells which corner each is.
layout(location = 0) in vec4 from;  // x, y, length along the path, step
layout(location = 1) in vec4 to;

uniform vec2 origin;    // of the figure, in device pixels
uniform float scale;    // device pixels per logical pixel
uniform vec2 target;    // size of the target, in device pixels
uniform float radius;   // half of the line's width, in device pixels
uniform float reveal;   // steps beyond this one are not drawn

out vec2 place;                  // of this corner
flat out vec2 start, end;        // of the segment
flat out float start_length, end_length;
flat out float start_step, end_step;

void main() {
    // A hidden segment shrinks to a point outside of the target; one that is reached half is cut there.
    float shown = to.w > from.w ? clamp((reveal - from.w) / (to.w - from.w), 0.0, 1.0) : step(from.w, reveal);
    start = origin + scale * from.xy;
    end = mix(start, origin + scale * to.xy, shown);
    start_length = scale * from.z;
    end_length = mix(start_length, scale * to.z, shown);
    start_step = from.w;
    end_step = mix(from.w, to.w, shown);

    vec2 along = end - start;
    float span = length(along);
    along = span > 1e-6 ? along / span : vec2(1.0, 0.0);
    vec2 across = vec2(-along.y, along.x);
    vec2 corner = vec2((gl_VertexID & 1) == 0 ? -1.0 : 1.0, (gl_VertexID & 2) == 0 ? -1.0 : 1.0);
    float margin = radius + 1.0;
    place = (corner.x < 0.0 ? start : end) + margin * (corner.x * along + corner.y * across);
    gl_Position = shown > 0.0 ? vec4(2.0 * place.x / target.x - 1.0, 1.0 - 2.0 * place.y / target.y, 0.0, 1.0)
                              : vec4(-2.0, -2.0, 0.0, 1.0);
}
