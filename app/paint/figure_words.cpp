#include "app/paint/figure_words.h"

#include "app/paint/text_runs.h"

namespace ravine {
namespace {

std::string plain(const CairoFonts& fonts, const Text& text) {
    std::string out;
    for (const TextRun& run : text_line(fonts, text.text, face_of(text.role)).runs) out += run.text;
    return out;
}

template <class Use>
void for_texts(const Figure& figure, const Use& use) {
    for (const Group& group : figure.groups)
        for (const Primitive& p : group.primitives)
            if (const Text* text = std::get_if<Text>(&p)) use(*text);
}

}  // namespace

std::string title_of(const Figure& figure, const CairoFonts& fonts) {
    std::string title;
    for_texts(figure, [&](const Text& text) {
        if (text.role == TextRole::title && title.empty()) title = plain(fonts, text);
    });
    return title.empty() ? "Ravine" : title;
}

std::string description_of(const Figure& figure, const CairoFonts& fonts) {
    std::string words;
    for_texts(figure, [&](const Text& text) {
        const bool tells = text.role == TextRole::formula || text.role == TextRole::body || text.role == TextRole::heading;
        if (!tells || text.text.empty()) return;
        words += words.empty() ? "" : "; ";
        words += plain(fonts, text);
    });
    return words;
}

}  // namespace ravine
