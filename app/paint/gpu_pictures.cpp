#include "app/paint/gpu_pictures.h"

namespace ravine {

void GpuPictures::draw(const gl::Texture& picture, const Rect& at, Rows rows, const Frame& frame) const {
    const bool upright = rows == Rows::bottom_first;
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, picture.name());
    shader_.use();
    shader_.set("picture", 0);
    shader_.set("rect", at.x0, upright ? at.y0 : at.y1, at.x1, upright ? at.y1 : at.y0);
    shader_.set("target", frame.target.x, frame.target.y);
    glBindVertexArray(no_attributes_.name());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

}  // namespace ravine
