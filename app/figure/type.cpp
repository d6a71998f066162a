#include "app/figure/type.h"

namespace ravine {

std::string_view font_file(Face face) {
    switch (face) {
        case Face::sans:
            return "Inter-Regular.otf";
        case Face::sans_semibold:
            return "Inter-SemiBold.otf";
        case Face::mono:
            return "DejaVuSansMono.ttf";
    }
    return "Inter-Regular.otf";
}

std::string_view fallback_font_file() { return "DejaVuSans.ttf"; }

Face face_of(TextRole role) {
    switch (role) {
        case TextRole::title:
        case TextRole::heading:
            return Face::sans_semibold;
        case TextRole::number:
            return Face::mono;
        case TextRole::body:
        case TextRole::small:
        case TextRole::formula:
            return Face::sans;
    }
    return Face::sans;
}

float text_size(TextRole role) {
    switch (role) {
        case TextRole::title:
            return 20;
        case TextRole::heading:
            return 14.5F;
        case TextRole::body:
            return 13;
        case TextRole::small:
            return 11.5F;
        case TextRole::number:
            return 11.5F;
        case TextRole::formula:
            return 14;
    }
    return 13;
}

}  // namespace ravine
