#include "tests/paint/screen.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <backends/imgui_impl_opengl3.h>
#include <glad/gl.h>
#include <imgui.h>

#include "app/gl/objects.h"
#include "app/paint/damage.h"

namespace ravine_test {

namespace {

/// Row 0 of OpenGL is the bottom row.
ravine::Image read_back(int width, int height) {
    ravine::Image image{width, height, {}};
    const std::size_t row = 4 * static_cast<std::size_t>(width);
    image.rgba.resize(row * static_cast<std::size_t>(height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    for (std::size_t y = 0; y < static_cast<std::size_t>(height) / 2; ++y) {
        const auto upper = image.rgba.begin() + static_cast<std::ptrdiff_t>(y * row);
        const auto lower = image.rgba.end() - static_cast<std::ptrdiff_t>((y + 1) * row);
        std::swap_ranges(upper, upper + static_cast<std::ptrdiff_t>(row), lower);
    }
    return image;
}

/// Draws into a framebuffer as long as it lives.
class Bound {
public:
    explicit Bound(const ravine::gl::Framebuffer& target) {
        glBindFramebuffer(GL_FRAMEBUFFER, target.name());
        glViewport(0, 0, target.width(), target.height());
        glDisable(GL_SCISSOR_TEST);
        glClearColor(0, 0, 0, 0);
    }
    ~Bound() {
        glBindFramebuffer(GL_FRAMEBUFFER, 0);
        EXPECT_EQ(glGetError(), static_cast<GLenum>(GL_NO_ERROR));
    }
    Bound(const Bound&) = delete;
    Bound& operator=(const Bound&) = delete;
    Bound(Bound&&) = delete;
    Bound& operator=(Bound&&) = delete;
};

}  // namespace

void OnBothPainters::SetUp() {
    try {
        context_ = std::make_unique<ravine::gl::Offscreen>();
    } catch (const ravine::gl::Error& error) {
        // Where tests are to be complete, one that cannot run has failed.
        if (std::getenv("CI") != nullptr) FAIL() << error.what();
        GTEST_SKIP() << error.what();
    }
    const std::filesystem::path share = RAVINE_SHARE;
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    screen_fonts_.emplace(share / "fonts", 1.0F);
    file_fonts_.emplace(share / "fonts");
    ImGui_ImplOpenGL3_Init("#version 330 core");
    painter_ = std::make_unique<ravine::ScreenPainter>(share / "shaders");
}

void OnBothPainters::TearDown() {
    if (!painter_) return;
    painter_.reset();
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
}

ImDrawData& OnBothPainters::draw_data(const ravine::Figure& figure, float ratio, std::optional<double> now) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {figure.width, figure.height};
    io.DisplayFramebufferScale = {ratio, ratio};
    io.DeltaTime = 1.0F / 60;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    painter_->begin_frame(now);
    painter_->paint(figure, *screen_fonts_, *ImGui::GetBackgroundDrawList(), {0, 0});
    ImGui::Render();
    return *ImGui::GetDrawData();
}

ravine::Image OnBothPainters::on_screen(const ravine::Figure& figure, float ratio) {
    const int width = static_cast<int>(std::lround(figure.width * ratio));
    const int height = static_cast<int>(std::lround(figure.height * ratio));
    const ravine::gl::Framebuffer target(width, height);
    ImDrawData& data = draw_data(figure, ratio);
    const Bound bound(target);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(&data);
    return read_back(width, height);
}

std::vector<OnBothPainters::Frame> OnBothPainters::one_after_the_other(const std::vector<ravine::Figure>& figures,
                                                                       const std::vector<double>& times) {
    const int width = static_cast<int>(std::lround(figures.front().width));
    const int height = static_cast<int>(std::lround(figures.front().height));
    const ravine::gl::Framebuffer target(width, height);
    ravine::Damage damage;
    std::vector<Frame> frames;
    for (const ravine::Figure& figure : figures) {
        const std::size_t k = frames.size();
        ImDrawData& data = draw_data(figure, 1, times.empty() ? std::nullopt : std::optional(times.at(k)));
        const Bound bound(target);
        const std::vector<ravine::PixelRect> parts = damage.next(data);
        double area = 0;
        for (const ravine::PixelRect& part : parts) area += static_cast<double>(part.area());
        damage.restrict_to(parts, data);
        ImGui_ImplOpenGL3_RenderDrawData(&data);
        frames.push_back({read_back(width, height), area / (static_cast<double>(width) * height), painter_->unfinished()});
    }
    return frames;
}

ravine::Image OnBothPainters::in_file(const ravine::Figure& figure, float ratio) const {
    return ravine::paint_image(figure, *file_fonts_, ratio);
}

}  // namespace ravine_test
