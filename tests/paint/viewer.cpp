#include "tests/paint/viewer.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <fmt/format.h>

namespace ravine_test {
namespace {

using ravine::Image;

class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "ravine-viewer-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
        path = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
};

/// What a shell command makes of a file `in`: the file `out`. Empty where the command fails or says that something is wrong.
std::string made_of(std::string_view bytes, const std::string& command) {
    const Folder folder;
    std::ofstream(folder.path / "in", std::ios::binary) << bytes;
    const std::string line = fmt::format("cd {} && {} 2>err && test ! -s err", folder.path.string(), command);
    if (std::system(line.c_str()) != 0) return {};
    std::ifstream file(folder.path / "out", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Binary PPM, 8 bits a colour.
Image image_of(const std::string& ppm) {
    Image image;
    int header = 0;
    if (std::sscanf(ppm.c_str(), "P6 %d %d 255%n", &image.width, &image.height, &header) != 2) return {};
    const std::size_t pixels = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
    std::size_t at = static_cast<std::size_t>(header) + 1;
    if (ppm.size() != at + 3 * pixels) return {};
    for (std::size_t i = 0; i < pixels; ++i) {
        for (int c = 0; c < 3; ++c) image.rgba.push_back(static_cast<std::uint8_t>(ppm[at++]));
        image.rgba.push_back(255);
    }
    return image;
}

}  // namespace

Image seen_svg(std::string_view svg) { return image_of(made_of(svg, "rsvg-convert in -o png && convert png -depth 8 ppm:out")); }

Image seen_pdf(std::string_view pdf) { return image_of(made_of(pdf, "pdftoppm -r 96 -singlefile in page && mv page.ppm out")); }

std::string words_in_pdf(std::string_view pdf) { return made_of(pdf, "pdftotext -layout in out"); }

}  // namespace ravine_test
