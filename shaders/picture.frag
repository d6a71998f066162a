#version 330 core
// Copies a picture whose colours are multiplied by their alpha, one texel a pixel; its first row is the lowest.

uniform sampler2D picture;

in vec2 place;
out vec4 color;

void main() { color = texelFetch(picture, ivec2(place * vec2(textureSize(picture, 0))), 0); }
