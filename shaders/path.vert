#version 330 core
// One segment of a path as a rectangle that holds its capsule. Everything is in device pixels, y down.

// Four vertices with the same numbers make one quad; the index tells which corner each is.
layout(location = 0) in vec4 from;  // x, y, length along the path, step
layout(location = 1) in vec4 to;

uniform vec2 origin;       // of the figure, in device pixels
uniform float scale;       // device pixels per logical pixel
uniform vec2 target;       // size of the target, in device pixels
uniform float radius;      // half of the line's width, in device pixels
uniform float reveal;      // the step of the head: later ones are not drawn
uniform float fade;        // steps over which the line would vanish behind the head; 0: it does not
uniform vec4 line_color;
uniform float dash;        // device pixels; 0: solid
uniform float gap;

// What differs between paths reaches the fragments from here: for every change of a fragment shader's uniforms, software OpenGL
// keeps a copy of all its state, tens of kilobytes, until the frame is drawn. Each output takes a vec4 in every triangle, so they are few.
out vec2 place;          // of this corner
flat out vec4 ends;      // start and end of the segment
flat out vec4 start_end; // length along the path at both, strength at both
flat out vec4 color_of_line;
flat out vec3 pen;       // radius, dash, gap

float strength(float at_step) { return fade > 0.0 ? 1.0 - (reveal - at_step) / fade : 1.0; }

void main() {
    // A hidden segment shrinks to a point outside of the target; one that is reached half is cut there.
    float shown = to.w > from.w ? clamp((reveal - from.w) / (to.w - from.w), 0.0, 1.0) : step(from.w, reveal);
    vec2 start = origin + scale * from.xy;
    vec2 end = mix(start, origin + scale * to.xy, shown);
    ends = vec4(start, end);
    start_end = vec4(scale * from.z, mix(scale * from.z, scale * to.z, shown), strength(from.w), strength(mix(from.w, to.w, shown)));
    color_of_line = line_color;
    pen = vec3(radius, dash, gap);

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
